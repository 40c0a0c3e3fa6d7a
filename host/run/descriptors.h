// SPDX-License-Identifier: Apache-2.0
// The values of $task, $workflow and $runtime.
#pragma once

#include <chrono>
#include <string_view>

#include "run/common.h"

namespace tenon::run {

using Time = std::chrono::system_clock::time_point;

Value describeTask(const Common& task, const Value& rawInput, Time startedAt);
// Does an expression in it name that, such as $authorization? What nobody asks for need not be
// known.
bool mentions(const Value& definition, std::string_view name);
// The same, once the task has a raw output.
Value withOutput(const Value& task, const Value& rawOutput);
Value describeWorkflow(const std::string& id, const Value& definition, const Value& rawInput,
                       Time startedAt);
const Value& describeRuntime();

}  // namespace tenon::run
