// SPDX-License-Identifier: Apache-2.0
#include "cli/standard_streams.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

namespace tenon::cli {
namespace {

int output = STDOUT_FILENO;

}  // namespace

void holdStandardStreams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) >= 0) continue;
        // The lowest free number is given out; the other direction fails as a closed stream does.
        const int opened = ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
        if (opened < 0) return;
    }
}

void keepStandardOutput() {
    std::cout << std::flush;
    if (!std::cout || output != STDOUT_FILENO) return;
    const int kept = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 10);
    if (kept < 0 || ::dup2(STDERR_FILENO, STDOUT_FILENO) < 0) return;
    output = kept;
}

std::string print(std::string_view text) {
    errno = 0;
    std::cout << std::flush;
    if (output == STDOUT_FILENO) {
        std::cout << text << std::flush;
        if (std::cout) return "";
    } else {
        ssize_t put = 0;
        for (; !text.empty() && (put >= 0 || errno == EINTR);
             text.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(put, 0))))
            put = ::write(output, text.data(), text.size());
        if (text.empty()) return "";
    }
    // An earlier write may have failed, unnoticed.
    const std::string why = errno ? std::string(" (") + strerror(errno) + ")" : "";
    return "standard output could not be written" + why;
}

}  // namespace tenon::cli
