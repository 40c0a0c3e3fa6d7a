// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <signal.h>

namespace support {

// For a child before it becomes another program: whoever started the tests may have had signals
// ignored, as a shell does for what it runs in the background.
inline void takeSignalsAgain() {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGPIPE}) ::signal(signal, SIG_DFL);
}

}  // namespace support
