// SPDX-License-Identifier: Apache-2.0
#include "run/expression_watch.h"

#include <chrono>

#include "tenon/json.h"

namespace tenon::run {

std::optional<Error> ExpressionWatch::over() {
    if (limits_.stop.stop_requested())
        return makeError(ErrorKind::cancelled, "cancelled",
                         "The run was stopped while the expression was evaluated.");
    if (run_.late(limits_, position_ + "/@expression"))
        return makeError(ErrorKind::timeout, "deadline",
                         "The time was up while the expression was evaluated.");
    return std::nullopt;
}

double ExpressionWatch::now() {
    const auto told = run_.choose(position_ + "/@now#" + std::to_string(++asked_), [&] {
        const auto since = run_.world.clock.wall().time_since_epoch();
        return Value(std::chrono::duration<double>(since).count());
    });
    return *told.real();
}

void ExpressionWatch::debug(const Value& value) {
    Event event = about_();
    event.level = LogLevel::debug;
    event.text = json::write(value);
    run_.tell(std::move(event));
}

}  // namespace tenon::run
