// SPDX-License-Identifier: Apache-2.0
#include "cli/standard_streams.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <iostream>

namespace tenon::cli {

void holdStandardStreams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) >= 0) continue;
        // The lowest free number is given out; the other direction fails as a closed stream does.
        const int opened = ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
        if (opened < 0) return;
    }
}

std::string print(std::string_view text) {
    errno = 0;
    std::cout << text << std::flush;
    if (std::cout) return "";
    // An earlier write may have failed, unnoticed.
    const std::string why = errno ? std::string(" (") + strerror(errno) + ")" : "";
    return "standard output could not be written" + why;
}

}  // namespace tenon::cli
