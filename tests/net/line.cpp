// SPDX-License-Identifier: Apache-2.0
#include "line.h"

#include <Poco/Net/NetException.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>

namespace support {

bool Line::receive() {
    char buffer[16 * 1024];
    int got = 0;
    try {
        got = socket_.receiveBytes(buffer, sizeof buffer);
    } catch (const Poco::Exception&) {
        // The client broke the connection, or the handshake.
    }
    if (got > 0) rest_.append(buffer, static_cast<std::size_t>(got));
    return got > 0;
}

std::string Line::head() {
    for (;;) {
        const auto end = rest_.find("\r\n\r\n");
        if (end != std::string::npos) return rest_.substr(0, end + 4);
        if (!receive()) return "";
    }
}

std::string Line::request() {
    const std::string head = this->head();
    if (head.empty()) return "";
    const auto at = head.find("Content-Length: ");
    const std::size_t body =
        at == std::string::npos ? 0 : std::strtoul(head.c_str() + at + 16, nullptr, 10);
    const std::size_t size = head.size() + body;
    while (rest_.size() < size)
        if (!receive()) return "";
    std::string out = rest_.substr(0, size);
    rest_.erase(0, size);
    seen_(out);
    return out;
}

bool Line::send(const std::string& bytes) {
    try {
        for (std::size_t sent = 0; sent < bytes.size();) {
            const int now =
                socket_.sendBytes(bytes.data() + sent, static_cast<int>(bytes.size() - sent));
            if (now <= 0) return false;
            sent += static_cast<std::size_t>(now);
        }
        return true;
    } catch (const Poco::Exception&) {
        return false;  // the client gave up, as many of the tests want it to
    }
}

void Line::drip(const std::string& bytes) {
    for (std::size_t i = 0;; i = (i + 1) % bytes.size()) {
        if (!send(bytes.substr(i, 1))) return;
        pollfd watched{descriptor(), POLLIN | POLLRDHUP, 0};
        if (::poll(&watched, 1, 10) != 0) return;
    }
}

void Line::hold() {
    while (receive()) rest_.clear();
}

void Line::waitForClose() {
    pollfd watched{descriptor(), POLLRDHUP, 0};
    ::poll(&watched, 1, -1);
}

void Line::waitUntilHeard() {
    const auto closed = [this] {
        tcp_info info{};
        socklen_t size = sizeof info;
        return ::getsockopt(descriptor(), IPPROTO_TCP, TCP_INFO, &info, &size) != 0 ||
               info.tcpi_state == TCP_CLOSE;
    };
    for (int waiting = 1;
         ::ioctl(descriptor(), TIOCOUTQ, &waiting) == 0 && waiting > 0 && !closed();)
        ::poll(nullptr, 0, 1);
}

void Line::cut() {
    // Poco would say goodbye first; this takes the connection from under it.
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    ::dup2(nothing, descriptor());
    ::close(nothing);
}

void Line::reset() {
    const linger now{1, 0};
    ::setsockopt(descriptor(), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    cut();
}

void Line::startTls(const Poco::Net::Context::Ptr& context) {
    socket_ = Poco::Net::SecureStreamSocket::attach(socket_, context);
}

void Line::close() {
    try {
        socket_.shutdown();
        waitUntilHeard();
    } catch (const Poco::Exception&) {
        // It is broken already.
    }
    socket_.close();
}

}  // namespace support
