// SPDX-License-Identifier: Apache-2.0
// What expressions see: `.`, and the variables that every manifest knows.
#pragma once

#include <chrono>
#include <string_view>

#include "run/common.h"

namespace tenon::run {

using Time = std::chrono::system_clock::time_point;

Value describeTask(const Common& task, const Value& rawInput, Time startedAt);
// The same, once the task has a raw output.
Value withOutput(const Value& task, const Value& rawOutput);
// Does a text in it name that, such as $authorization? What nobody asks for need not be known.
bool mentions(const Value& definition, std::string_view name);
Value describeWorkflow(const std::string& id, const Value& definition, const Value& rawInput,
                       Time startedAt);
// The run outlives it.
expr::Scope scopeOf(Run& run, const Value& dot, const Value& context, Value task);

}  // namespace tenon::run
