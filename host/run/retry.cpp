// SPDX-License-Identifier: Apache-2.0
#include "run/retry.h"

#include <algorithm>

namespace tenon::run {
namespace {

// Longer waits between two attempts are nobody's wish, but what doubling leads to, or a server in
// trouble says.
constexpr Milliseconds kLongestDelay = std::chrono::hours(24);

Milliseconds grown(const RetryTimes& times, std::int64_t retry) {
    switch (times.backoff) {
        case Backoff::constant:
            return times.delay;
        case Backoff::linear:
            return std::min(kLongestDelay, times.delay * std::min<std::int64_t>(retry, 1'000'000));
        case Backoff::exponential: {
            Milliseconds delay = times.delay;
            for (std::int64_t i = 1; i < retry && delay.count() > 0 && delay < kLongestDelay; ++i)
                delay *= 2;
            return std::min(kLongestDelay, delay);
        }
    }
    return times.delay;
}

}  // namespace

std::optional<Milliseconds> retryDelay(const RetryTimes& times, const RetryState& state) {
    const bool limited = times.count || times.duration;
    if (state.retry > times.count.value_or(limited ? state.retry : kMostRetries))
        return std::nullopt;
    const double range = static_cast<double>((times.jitterTo - times.jitterFrom).count());
    const Milliseconds jitter =
        times.jitterFrom + Milliseconds(static_cast<std::int64_t>(range * state.fraction));
    Milliseconds delay = std::max(times.delay, grown(times, state.retry)) + jitter;
    if (state.retryAfter)
        delay = std::max<Milliseconds>(
            delay, std::clamp<std::chrono::seconds>(*state.retryAfter, std::chrono::seconds(0),
                                                    std::chrono::hours(24)));
    if (times.duration && state.elapsed + delay > *times.duration) return std::nullopt;
    return delay;
}

}  // namespace tenon::run
