// SPDX-License-Identifier: Apache-2.0
// What a task stands in while it runs.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "run/names.h"
#include "run/run.h"
#include "world/position.h"
#include "world/round.h"

namespace tenon::run {

// Where in the run. Copied for a branch that goes its own way.
struct Frame {
    Run& run;
    Value context;                                      // $context
    std::vector<std::pair<std::string, Value>> locals;  // variables of loops and catches
    Position position;                                  // of the list that runs: "/do"
    int depth = 0;
    Limits limits;
    bool idempotent = false;  // the manifest says so of what runs here
    bool again = false;       // what happens here was told in an earlier life of the run
    world::Round round{};     // of the innermost loop
};

}  // namespace tenon::run
