// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <stop_token>

#include "net/bells.h"
#include "tenon/http.h"

namespace tenon::net {

// Waits for a descriptor, never past the limits. One object a request, on one thread; the bells
// outlive it.
class Waiter {
  public:
    Waiter(const Limits& limits, Bells& bells);
    ~Waiter();
    Waiter(const Waiter&) = delete;
    Waiter& operator=(const Waiter&) = delete;

    // Returns the events that came (poll's); 0 at `until`, where that is not after the limits' own
    // deadline. Throws Fault (deadline, cancelled).
    short wait(
        int descriptor, short events,
        std::chrono::steady_clock::time_point until = std::chrono::steady_clock::time_point::max());

    // Throws what wait() would throw now.
    void check() const;

    [[nodiscard]] std::chrono::steady_clock::time_point deadline() const {
        return limits_.deadline;
    }

  private:
    const Limits& limits_;
    Bells& bells_;
    int bell_ = -1;  // the stop request rings it
    std::optional<std::stop_callback<std::function<void()>>> onStop_;
};

}  // namespace tenon::net
