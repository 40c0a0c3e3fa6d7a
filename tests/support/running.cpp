// SPDX-License-Identifier: Apache-2.0
#include "support/running.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

#include "support/child.h"

namespace support {

Running::Running(const std::vector<std::string>& words) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    child_ = start(words, {}, {{ends[1], 1}, {ends[1], 2}});
    ::close(ends[1]);
    out_ = ends[0];
}

Running::~Running() {
    if (child_ > 0) {
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
    }
    ::close(out_);
}

bool Running::readMore() {
    char buffer[4096];
    const auto got = ::read(out_, buffer, sizeof buffer);
    if (got <= 0) return false;
    rest_.append(buffer, static_cast<std::size_t>(got));
    all_.append(buffer, static_cast<std::size_t>(got));
    return true;
}

std::string Running::readUntil(const std::string& text) {
    for (;;) {
        const auto found = rest_.find(text);
        const auto end = found == std::string::npos ? found : rest_.find('\n', found);
        if (end != std::string::npos) {
            const std::string out = rest_.substr(0, end + 1);
            rest_.erase(0, end + 1);
            return out;
        }
        if (!readMore()) throw std::runtime_error("the program ended; it said: " + rest_);
    }
}

void Running::readSome(std::size_t bytes) {
    while (all_.size() < bytes && readMore()) continue;
}

int Running::endBy(int signal) {
    pollfd output{.fd = out_, .events = POLLIN, .revents = 0};
    bool open = true;
    while (open) {
        ::kill(child_, signal);
        if (::poll(&output, 1, 20) > 0) open = readMore();
    }
    return wait();
}

void Running::signal(int number) const { ::kill(child_, number); }

int Running::waitForPause() {
    int status = 0;
    ::waitpid(child_, &status, WUNTRACED);
    if (WIFSTOPPED(status)) return WSTOPSIG(status);
    child_ = 0;
    return 0;
}

int Running::wait() {
    while (readMore()) continue;
    int status = 0;
    ::waitpid(child_, &status, 0);
    child_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace support
