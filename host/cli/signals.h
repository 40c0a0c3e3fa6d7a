// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <stop_token>

namespace tenon::cli {

// From the first call on, SIGINT, SIGTERM and SIGHUP (the terminal is gone) request the stop of
// this token; a second one calls what onSecondSignal() was given, and so does every further one,
// one after the other; without it, it ends the process at once. SIGTSTP, a terminal's Ctrl-Z, stops
// the process until SIGCONT. What the parent had ignored, as nohup does with SIGHUP, stays ignored.
// SIGPIPE and SIGXFSZ are ignored: what cannot be written is an error where it is written.
std::stop_token stopOnSignals();

// What a second signal does, on a thread of its own.
void onSecondSignal(std::function<void()> hurry);

// What to do before SIGTSTP stops the process, and when it goes on; replaces what was to be done
// so far. Both are called from another thread, and never after the next call of this.
void aroundPauses(std::function<void()> before, std::function<void()> after);

// Waits for such a stop.
void waitForStop();

}  // namespace tenon::cli
