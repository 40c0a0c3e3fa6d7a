// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "run/loader.h"
#include "run/retry.h"

namespace tenon::run {

// `retry` of a catch, as written. Evaluated in the scope of each error.
struct RetryPolicy {
    std::optional<expr::Expression> when, exceptWhen;
    std::optional<Duration> delay, jitterFrom, jitterTo, attemptDuration, duration;
    std::optional<std::int64_t> count;
    Backoff backoff = Backoff::constant;

    [[nodiscard]] Result<RetryTimes> times(const expr::Scope& scope) const;
};

// The policy itself, or the name of one in `use.retries`.
std::shared_ptr<const RetryPolicy> loadRetry(Loader& loader, const manifest::Node& node);

}  // namespace tenon::run
