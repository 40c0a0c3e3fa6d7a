// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "world/runs.h"

namespace tenon::cli {

// How a run stands, in a word: "running", "stopping", "interrupted", "waiting", "completed", …
std::string stateWord(const world::RunRow& run);

// Which attempt of a task with a retry a position is in: 1 where it is in none.
std::string attemptIn(const std::string& position);

// A line a run; `needs`: of each what keeps it from being gone on with, or nothing.
std::string runTable(const std::vector<world::RunRow>& runs, const std::vector<std::string>& needs);

// The same as JSON.
Value describedRun(const world::RunRow& run);

}  // namespace tenon::cli
