// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/loader.h"

namespace tenon::run {

// Warns of what keeps the list from being tried again, as far as the manifest tells: a call that is
// not idempotent and after which something else may fail.
void warnOfRepeats(const manifest::Node& list, Loader& loader);

}  // namespace tenon::run
