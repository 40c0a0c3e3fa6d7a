// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "tenon/context.h"
#include "tenon/error.h"
#include "tenon/value.h"
#include "world/document.h"
#include "world/round.h"

namespace tenon::world {

// One thing that happened in a run. Progress, history and tests all read the same events.
// Texts and errors hold no secret any more; `output` and the items of `round` may, as a Secret
// inside the value.
struct Event {
    // Frozen: the numbers may be kept.
    enum class Kind {
        workflowStarted = 0,
        workflowCompleted = 1,
        workflowFaulted = 2,
        taskStarted = 3,
        taskCompleted = 4,
        taskFaulted = 5,
        taskCancelled = 6,
        taskRetried = 7,
        taskSkipped = 8,
        log = 9,
        emitted = 10,
        workflowCancelled = 11,
    };

    std::uint64_t number = 0;  // counts from 1 in a life of a run, without gaps
    bool again = false;        // it happened in an earlier life of the run, and was told there
    Kind kind = Kind::log;
    std::chrono::system_clock::time_point time;
    std::chrono::steady_clock::duration took{};  // of what completed or faulted
    Document workflow;                           // that it happened in
    std::string pointer;                         // of the task in the manifest: "/do/0/create"
    std::string position;                        // the same with every round counted: "/do/0/a#2"
    std::string task;                            // its name
    std::string action;                          // what it does: "call CreateSageCRMInstance"
    int depth = 0;                               // 0 for the tasks of the outermost list
    Round round{};                               // of the innermost loop round it, if any
    bool outside = false;                        // did the task itself speak to the world (a call)?
    Value output;                                // of what completed; what was emitted
    Error error;                                 // of what faulted
    LogLevel level = LogLevel::info;
    std::string text;  // of a log line
};

}  // namespace tenon::world
