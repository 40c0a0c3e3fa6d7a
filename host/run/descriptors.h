// SPDX-License-Identifier: Apache-2.0
// The values of $task, $workflow and $runtime.
#pragma once

#include <chrono>

#include "run/task.h"

namespace tenon::run {

using Time = std::chrono::system_clock::time_point;

// In UTC, with milliseconds: "2026-01-02T03:04:05.678Z".
std::string iso8601(Time time);

Value describeTask(const Common& task, const Value& rawInput, Time startedAt);
// The same, once the task has a raw output.
Value withOutput(const Value& task, const Value& rawOutput);
Value describeWorkflow(const std::string& id, const Value& definition, const Value& rawInput,
                       Time startedAt);
const Value& describeRuntime();

}  // namespace tenon::run
