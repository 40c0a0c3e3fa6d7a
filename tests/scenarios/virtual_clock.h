// SPDX-License-Identifier: Apache-2.0
// Time for scenarios: hours pass at once, and no test sleeps.
#pragma once

#include <condition_variable>
#include <mutex>
#include <vector>

#include "world/ports.h"

namespace scenarios {

using Milliseconds = std::chrono::milliseconds;

// A wait moves the time to its end and returns; once manual, it returns when advance() has moved
// the time so far. The wall says 2026-01-02T03:04:05Z at the begin.
class VirtualClock final : public tenon::world::Clock {
  public:
    [[nodiscard]] std::chrono::steady_clock::time_point now() const override;
    [[nodiscard]] std::chrono::system_clock::time_point wall() const override;
    void wait(const tenon::Limits& until) override;

    void makeManual() { manual_ = true; }
    void advance(Milliseconds time);
    // To this time, if it is not reached yet.
    void moveTo(std::chrono::steady_clock::time_point time);
    [[nodiscard]] std::chrono::steady_clock::duration passed() const;
    // Returns once so many threads wait; false if they never do.
    bool waitForWaiting(int count);
    // How long each wait was to last, in the order of their begins.
    [[nodiscard]] std::vector<Milliseconds> waits() const;

  private:
    const std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    std::chrono::steady_clock::duration passed_{};
    bool manual_ = false;
    int waiting_ = 0;
    std::vector<Milliseconds> waits_;
};

}  // namespace scenarios
