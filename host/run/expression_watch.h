// SPDX-License-Identifier: Apache-2.0
// What the expressions of a run know of it while they are evaluated: its stop, its deadline, its
// clock and its log.
#pragma once

#include <functional>

#include "run/frame.h"
#include "values/scope.h"

namespace tenon::run {

// Outlives no part of what it is made of.
class ExpressionWatch final : public expr::Watch {
  public:
    // `limits` are looked at each time: a task's own timeout changes them. `position`: of the task.
    // `about` gives a log event of the place, to be filled in.
    ExpressionWatch(Run& run, const Limits& limits, const std::string& position,
                    std::function<Event()> about)
        : run_(run), limits_(limits), position_(position), about_(std::move(about)) {}

    [[nodiscard]] std::optional<Error> over() override;
    [[nodiscard]] double now() override;
    void debug(const Value& value) override;

  private:
    Run& run_;
    const Limits& limits_;
    const std::string& position_;
    std::size_t asked_ = 0;  // for the time
    const std::function<Event()> about_;
};

}  // namespace tenon::run
