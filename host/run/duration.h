// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "expr/expression.h"

namespace tenon::run {

using Milliseconds = std::chrono::milliseconds;

// An ISO 8601 duration of weeks, days, hours, minutes and seconds; nothing for every other text.
// Months and years have no fixed length.
std::optional<Milliseconds> isoDuration(std::string_view text);

inline constexpr const char* kWantedDuration =
    "a duration (days, hours, minutes, seconds, milliseconds, or ISO 8601 such as PT1M30S)";

struct ReadDuration {
    std::optional<Milliseconds> time;
    std::string found{};  // where there is none
};

// {days, hours, minutes, seconds, milliseconds} or an ISO 8601 text.
ReadDuration readDuration(const Value& value);
// The Error (`configuration`) says what was found.
Result<Milliseconds> durationOf(const Value& value);

// "1 h 30 min", "5 s", "250 ms".
std::string describe(Milliseconds time);

// A duration of a manifest.
class Duration {
  public:
    explicit Duration(expr::Template form) : form_(std::move(form)) {}
    [[nodiscard]] Result<Milliseconds> evaluate(const expr::Scope& scope) const {
        const auto value = form_.evaluate(scope);
        return value ? durationOf(value.value()) : Result<Milliseconds>(value.error());
    }

  private:
    expr::Template form_;
};

}  // namespace tenon::run
