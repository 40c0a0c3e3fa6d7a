// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>

namespace tenon::cli {

// From the first call on, SIGINT and SIGTERM request the stop of this token; a second one ends the
// process at once. SIGPIPE is ignored.
std::stop_token stopOnSignals();

// Waits for such a stop.
void waitForStop();

}  // namespace tenon::cli
