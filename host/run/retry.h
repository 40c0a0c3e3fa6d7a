// SPDX-License-Identifier: Apache-2.0
// When to try again: pure arithmetic over what the clock and chance said.
#pragma once

#include <chrono>
#include <optional>

#include "run/duration.h"

namespace tenon::run {

enum class Backoff { constant, linear, exponential };

// A policy with its durations evaluated.
struct RetryTimes {
    Milliseconds delay{0};
    Backoff backoff = Backoff::constant;
    Milliseconds jitterFrom{0}, jitterTo{0};  // added, uniform
    std::optional<std::int64_t> count{};      // of retries, the first attempt aside
    std::optional<Milliseconds> duration{};   // from the first attempt to the last retry's begin
};

// Where a policy has no limit at all.
inline constexpr std::int64_t kMostRetries = 10;

struct RetryState {
    std::int64_t retry = 1;   // the one that is asked about: 1 is the first
    Milliseconds elapsed{0};  // since the first attempt began
    std::optional<std::chrono::seconds> retryAfter{};  // the remote side's wish
    double fraction = 0;                               // chance: from 0 to 1, without 1
};

// How long to wait before the retry; nothing if the policy is used up. A Retry-After counts where
// it is longer than the policy's own delay.
std::optional<Milliseconds> retryDelay(const RetryTimes& times, const RetryState& state);

}  // namespace tenon::run
