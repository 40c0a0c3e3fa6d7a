// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/loader.h"

namespace tenon::run {

// Warns of what a retry of the list may do a second time: a call that is not idempotent and after
// which something else may fail.
void warnOfRepeats(const manifest::Node& list, Loader& loader);

}  // namespace tenon::run
