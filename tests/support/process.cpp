// SPDX-License-Identifier: Apache-2.0
#include "support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

#include "support/child.h"

namespace support {
namespace {

struct Pipe {
    Pipe() {
        if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    }
    ~Pipe() {
        for (const int end : ends)
            if (end >= 0) ::close(end);
    }
    void close(int which) {
        ::close(ends[which]);
        ends[which] = -1;
    }
    int ends[2];
};

}  // namespace

Ended run(const std::vector<std::string>& words, const std::string& input,
          const std::map<std::string, std::string>& environment) {
    Pipe in, out, err;
    const pid_t child =
        start(words, environment, {{in.ends[0], 0}, {out.ends[1], 1}, {err.ends[1], 2}});
    in.close(0);
    out.close(1);
    err.close(1);
    // Inputs here are far below what a pipe holds.
    ::signal(SIGPIPE, SIG_IGN);
    if (!input.empty() && ::write(in.ends[1], input.data(), input.size()) < 0) in.close(1);
    if (in.ends[1] >= 0) in.close(1);
    Ended ended;
    pollfd watched[2] = {{out.ends[0], POLLIN, 0}, {err.ends[0], POLLIN, 0}};
    std::string* texts[2] = {&ended.out, &ended.err};
    while (watched[0].fd >= 0 || watched[1].fd >= 0) {
        ::poll(watched, 2, -1);
        for (int i = 0; i < 2; ++i) {
            if (watched[i].fd < 0 || !watched[i].revents) continue;
            char buffer[4096];
            const auto got = ::read(watched[i].fd, buffer, sizeof buffer);
            if (got > 0) {
                texts[i]->append(buffer, static_cast<std::size_t>(got));
            } else {
                watched[i].fd = -1;
            }
        }
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return ended;
}

}  // namespace support
