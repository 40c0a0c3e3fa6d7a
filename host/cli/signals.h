// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <stop_token>

namespace tenon::cli {

// From the first call on, SIGINT and SIGTERM request the stop of this token; a second one ends the
// process at once. SIGTSTP, a terminal's Ctrl-Z, stops the process until SIGCONT. SIGPIPE is
// ignored.
std::stop_token stopOnSignals();

// What to do before SIGTSTP stops the process, and when it goes on; replaces what was to be done
// so far. Both are called from another thread, and never after the next call of this.
void aroundPauses(std::function<void()> before, std::function<void()> after);

// Waits for such a stop.
void waitForStop();

}  // namespace tenon::cli
