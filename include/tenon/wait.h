// SPDX-License-Identifier: Apache-2.0
// For a step that has to wait: for a job on a remote system, say. It needs no thread and no sleep.
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>

#include "tenon/context.h"

namespace tenon {
inline namespace v1 {

// An extension of Context.
// Thread: the call's.
class Wait {
  public:
    static constexpr std::string_view kId = "tenon.wait/1";

    Wait() = default;
    Wait(const Wait&) = delete;
    Wait& operator=(const Wait&) = delete;
    virtual ~Wait() = default;
    // Returns when the time is over: nothing then. Where the task's deadline or a stop comes first,
    // it returns at that moment: an Error of kind `timeout` or `cancelled`.
    virtual std::optional<Error> wait(std::chrono::milliseconds time) = 0;
};

// Throws StepError where the wait was given up, or where the host has none.
// Thread: the call's.
inline void wait(Context& context, std::chrono::milliseconds time) {
    auto* waiter = static_cast<Wait*>(context.extension(Wait::kId));
    if (!waiter)
        throw StepError(makeError(ErrorKind::configuration, "no wait",
                                  "This host lends its steps no way to wait."));
    if (auto reason = waiter->wait(time)) throw StepError(*std::move(reason));
}

// The waits of somebody who asks again and again: each twice as long as the one before, up to a
// longest.
// Thread: one at a time.
class Backoff {
  public:
    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest)
        : next_(first), longest_(longest) {}
    std::chrono::milliseconds next() {
        const auto now = std::min(next_, longest_);
        next_ = now * 2;
        return now;
    }

  private:
    std::chrono::milliseconds next_;
    const std::chrono::milliseconds longest_;
};

}  // namespace v1
}  // namespace tenon
