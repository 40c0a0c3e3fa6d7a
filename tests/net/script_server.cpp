// SPDX-License-Identifier: Apache-2.0
#include "script_server.h"

#include <Poco/Net/NetException.h>
#include <Poco/Net/SecureServerSocket.h>
#include <signal.h>
#include <sys/socket.h>

#include <algorithm>
#include <memory>

namespace support {

ScriptServer::ScriptServer(Poco::Net::Context::Ptr tls, Script script, const std::string& address)
    : tls_(tls), socket_(tls ? Poco::Net::SecureServerSocket(tls) : Poco::Net::ServerSocket()) {
    socket_.bind(Poco::Net::SocketAddress(address, 0), true);
    socket_.listen(64);
    accepting_ = std::thread([this, script] {
        // A server's broken pipe is no answer to whether the client raises the signal.
        sigset_t pipe;
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
        for (;;) {
            std::unique_ptr<Poco::Net::StreamSocket> connection;  // one thread's at a time
            try {
                connection = std::make_unique<Poco::Net::StreamSocket>(socket_.acceptConnection());
            } catch (const Poco::Exception&) {
                return;  // the listening socket was shut down
            }
            ++connections_;
            workers_.emplace_back(
                [this, script, mine = std::move(connection)] { serve(*mine, script); });
        }
    });
}

void ScriptServer::serve(const Poco::Net::StreamSocket& connection, const Script& script) {
    Line line(connection, [this](const std::string& request) {
        const std::scoped_lock lock(mutex_);
        requests_.push_back(request);
    });
    script(line);
    line.close();
    ++closed_;
    closed_.notify_all();
}

ScriptServer::~ScriptServer() {
    ::shutdown(socket_.impl()->sockfd(), SHUT_RDWR);
    accepting_.join();
    for (auto& worker : workers_) worker.join();
}

std::string ScriptServer::url(const std::string& target) const {
    return (tls_ ? "https://localhost:" : "http://localhost:") + std::to_string(port()) + target;
}

std::vector<std::string> ScriptServer::requests() const {
    const std::scoped_lock lock(mutex_);
    return requests_;
}

int ScriptServer::count(const std::string& beginning) const {
    const auto all = requests();
    return static_cast<int>(std::count_if(
        all.begin(), all.end(), [&](const auto& text) { return text.starts_with(beginning); }));
}

}  // namespace support
