// SPDX-License-Identifier: Apache-2.0
#include "machine/system_clock.h"

#include <condition_variable>
#include <mutex>

namespace tenon::machine {

std::chrono::steady_clock::time_point SystemClock::now() const {
    return std::chrono::steady_clock::now();
}

std::chrono::system_clock::time_point SystemClock::wall() const {
    return std::chrono::system_clock::now();
}

void SystemClock::wait(const Limits& until) {
    std::mutex mutex;
    std::condition_variable_any condition;
    std::unique_lock lock(mutex);
    const auto never = [] { return false; };
    if (until.deadline == std::chrono::steady_clock::time_point::max())
        condition.wait(lock, until.stop, never);
    else
        condition.wait_until(lock, until.stop, until.deadline, never);
}

}  // namespace tenon::machine
