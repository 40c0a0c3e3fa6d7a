// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/runs.h"

namespace tenon::cli {

// `tenon runs check`: is all that is kept what was written? Says so, or what is damaged; the exit
// code.
int checkRuns(world::State& state, bool asJson);

}  // namespace tenon::cli
