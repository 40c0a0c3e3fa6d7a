// SPDX-License-Identifier: Apache-2.0
// What the platform says of executions of a formula. Read leniently: a number may come as the text
// of its digits, and what is missing is empty.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cloudelements/formulas/step_values.h"
#include "tenon/value.h"

namespace cloudelements {

enum class Ending { none, success, failed, cancelled };

struct Execution {
    std::int64_t id{};
    std::string status;  // in small letters
    [[nodiscard]] Ending ending() const;
};

// The ids in the answer to a start: an array of executions, or one. Nothing where it is neither, or
// one of them has no id.
std::optional<std::vector<std::int64_t>> readStarted(const tenon::Value& answer);

// Nothing where there is no status.
std::optional<Execution> readExecution(const tenon::Value& answer, std::int64_t id);

// The steps of an execution, first to last.
std::vector<StepRun> readSteps(const tenon::Value& answer);
// One answer of values, `[{id, key, value}]`.
std::vector<StepRun::Kept> readKept(const tenon::Value& values);

// A step that failed, and what it said, if anything.
struct Failure {
    std::string step, message;
};
// From the steps themselves, and from what the platform lists as errors of the execution: the
// steps that failed, with the value that holds the message.
std::vector<Failure> failuresOf(const std::vector<StepRun>& steps, const tenon::Value& errors);

}  // namespace cloudelements
