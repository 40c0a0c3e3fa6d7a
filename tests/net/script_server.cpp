// SPDX-License-Identifier: Apache-2.0
#include "script_server.h"

#include <Poco/Net/NetException.h>
#include <Poco/Net/SecureServerSocket.h>
#include <sys/socket.h>

#include <cstdlib>
#include <stdexcept>

#include "support/folder.h"
#include "support/process.h"

namespace support {

using Poco::Net::Context;

std::string Line::request() {
    for (;;) {
        const auto end = rest_.find("\r\n\r\n");
        if (end != std::string::npos) {
            const auto at = rest_.find("Content-Length: ");
            const std::size_t body =
                at < end ? std::strtoul(rest_.c_str() + at + 16, nullptr, 10) : 0;
            if (rest_.size() >= end + 4 + body) {
                std::string out = rest_.substr(0, end + 4 + body);
                rest_.erase(0, out.size());
                return out;
            }
        }
        char buffer[4096];
        int got = 0;
        try {
            got = socket_.receiveBytes(buffer, sizeof buffer);
        } catch (const Poco::Exception&) {
        }
        if (got <= 0) return "";
        rest_.append(buffer, static_cast<std::size_t>(got));
    }
}

void Line::send(const std::string& bytes) {
    try {
        for (std::size_t sent = 0; sent < bytes.size();) {
            const int now =
                socket_.sendBytes(bytes.data() + sent, static_cast<int>(bytes.size() - sent));
            if (now <= 0) return;
            sent += static_cast<std::size_t>(now);
        }
    } catch (const Poco::Exception&) {
        // The client gave up, as many of the tests want it to.
    }
}

void Line::hold() {
    while (!request().empty()) continue;
}

void Line::reset() {
    socket_.setLinger(true, 0);
    socket_.impl()->close();
}

ScriptServer::ScriptServer(Context::Ptr tls, Script script)
    : tls_(tls), socket_(tls ? Poco::Net::SecureServerSocket(tls) : Poco::Net::ServerSocket()) {
    socket_.bind(Poco::Net::SocketAddress("127.0.0.1", 0), true);
    socket_.listen(64);
    accepting_ = std::thread([this, script] {
        for (;;) {
            Poco::Net::StreamSocket connection;
            try {
                connection = socket_.acceptConnection();
            } catch (const Poco::Exception&) {
                return;  // the listening socket was shut down
            }
            ++connections_;
            workers_.emplace_back([this, connection, script]() mutable {
                Line line(connection);
                script(line);
                try {
                    connection.shutdown();
                } catch (const Poco::Exception&) {
                }
                connection.close();
                ++closed_;
                closed_.notify_all();
            });
        }
    });
}

ScriptServer::~ScriptServer() {
    ::shutdown(socket_.impl()->sockfd(), SHUT_RDWR);
    accepting_.join();
    for (auto& worker : workers_) worker.join();
}

std::string ScriptServer::url(const std::string& target) const {
    return (tls_ ? "https://localhost:" : "http://localhost:") + std::to_string(port()) + target;
}

const Certificates& Certificates::get() {
    static const Certificates certificates;
    return certificates;
}

Certificates::Certificates() {
    static const Folder folder;
    folder_ = folder.path();
    // Dates in the past need `openssl ca`; x509 -days takes a negative number instead.
    const auto ended = run({"/bin/sh", "-ec", R"(
cd "$0"
key() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key"; }
key ca
openssl req -x509 -new -key ca.key -subj "/CN=Test CA" -days 30 -out ca.pem
leaf() {
  key "$1"
  printf 'subjectAltName=%s\n' "$2" > "$1.ext"
  openssl req -new -key "$1.key" -subj "/CN=$1" -out "$1.csr"
  openssl x509 -req -in "$1.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -days "$3" -extfile "$1.ext" -out "$1.pem"
}
leaf good DNS:localhost,IP:127.0.0.1 30
leaf wronghost DNS:other.example 30
leaf expired DNS:localhost -1
key selfsigned
openssl req -x509 -new -key selfsigned.key -subj "/CN=localhost" -addext subjectAltName=DNS:localhost -days 30 -out selfsigned.pem
)",
                            folder_});
    if (ended.code != 0) throw std::runtime_error("openssl: " + ended.err);
}

Context::Ptr Certificates::server(const std::string& name) const {
    return new Context(Context::TLS_SERVER_USE, folder_ + "/" + name + ".key",
                       folder_ + "/" + name + ".pem", "", Context::VERIFY_NONE);
}

}  // namespace support
