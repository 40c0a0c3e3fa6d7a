// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "run/loader.h"
#include "run/retry_policy.h"

namespace tenon::run {

// `catch` of a try: which errors, and what to do with them.
struct Catch {
    std::string as;  // the variable that holds the error
    Value filter;    // `errors.with`; null: every error
    std::optional<expr::Expression> when, exceptWhen;
    std::shared_ptr<const RetryPolicy> retry;
    std::optional<TaskList> list;  // do
    std::optional<Flow> then;

    // Is it one of those? `scope` knows the error under `as`.
    [[nodiscard]] Result<bool> takes(const Error& error, const expr::Scope& scope) const;
};

std::optional<Catch> loadCatch(Loader& loader, const manifest::Node& node);

}  // namespace tenon::run
