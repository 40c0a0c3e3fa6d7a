// SPDX-License-Identifier: Apache-2.0
// The values of $task, $workflow and $runtime.
#pragma once

#include <chrono>

#include "run/common.h"

namespace tenon::run {

using Time = std::chrono::system_clock::time_point;

Value describeTask(const Common& task, const Value& rawInput, Time startedAt);
// Does anything in it read `startedAt`? A record has no need of a time that nobody asks for.
bool asksWhenItBegan(const Value& definition);
// The same, once the task has a raw output.
Value withOutput(const Value& task, const Value& rawOutput);
Value describeWorkflow(const std::string& id, const Value& definition, const Value& rawInput,
                       Time startedAt);
const Value& describeRuntime();

}  // namespace tenon::run
