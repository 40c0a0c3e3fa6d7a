// SPDX-License-Identifier: Apache-2.0
#include "wire/server.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

#include "tenon/error.h"

namespace cloudelements::sandbox {
namespace {

using Clock = Connection::Clock;
using std::chrono::milliseconds;

// Half of the files that the process may have open: its run needs some too.
std::size_t mostConnections() {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    return std::clamp<std::size_t>(limit.rlim_cur / 2, 8, 4096);
}

int wakingSocket() {
    const int out = ::eventfd(0, EFD_CLOEXEC);
    if (out >= 0) return out;
    throw tenon::StepError(tenon::makeError(tenon::ErrorKind::configuration, "sandbox",
                                            "The sandbox cannot start: too many files are open."));
}

}  // namespace

Server::Server(int listening, std::uint16_t port, Service& service)
    : listening_(listening),
      port_(port),
      service_(service),
      wake_(wakingSocket()),
      most_(mostConnections()) {
    ::fcntl(listening_, F_SETFL, ::fcntl(listening_, F_GETFL) | O_NONBLOCK);
    thread_ = std::thread([this] { run(); });
}

Server::~Server() {
    ::eventfd_write(wake_, 1);
    thread_.join();
    ::close(wake_);
}

void Server::run() {
    for (std::vector<pollfd> sockets;;) {
        sockets = {{wake_, POLLIN, 0}, {full_ ? -1 : listening_, POLLIN, 0}};
        auto until = Clock::now() + milliseconds(full_ ? 100 : 3'600'000);
        for (const auto& one : connections_) {
            sockets.push_back({one.socket(), one.awaited(), 0});
            until = std::min(until, one.until());
        }
        const auto wait = std::chrono::ceil<milliseconds>(until - Clock::now()).count();
        ::poll(sockets.data(), sockets.size(), static_cast<int>(std::max<long>(wait, 0)));
        if (sockets[0].revents) return;
        auto socket = sockets.begin() + 2;
        for (auto& one : connections_) {
            if ((socket++)->revents) one.goOn();
            if (one.isOpen() && one.until() <= Clock::now()) one.timeIsUp();
        }
        connections_.remove_if([](const auto& one) { return !one.isOpen(); });
        full_ = false;
        if (sockets[1].revents) accept();
    }
}

// One at a time: poll() tells whether there are more.
void Server::accept() {
    full_ = connections_.size() >= most_ && !makeRoom();
    if (full_) return;
    int socket = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0 && (errno == EMFILE || errno == ENFILE)) {
        full_ = !makeRoom();
        if (!full_) socket = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
    }
    if (socket >= 0) connections_.emplace_back(socket, port_, service_);
}

// At the cost of the client that has the least time left.
bool Server::makeRoom() {
    auto least = connections_.end();
    for (auto one = connections_.begin(); one != connections_.end(); ++one)
        if (one->isSpare() && (least == connections_.end() || one->until() < least->until()))
            least = one;
    if (least == connections_.end()) return false;
    connections_.erase(least);
    return true;
}

}  // namespace cloudelements::sandbox
