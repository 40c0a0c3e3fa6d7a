// SPDX-License-Identifier: Apache-2.0
#include "virtual_clock.h"

#include <algorithm>

namespace scenarios {

using TimePoint = std::chrono::steady_clock::time_point;

TimePoint VirtualClock::now() const { return begin_ + passed(); }

std::chrono::system_clock::time_point VirtualClock::wall() const {
    return std::chrono::system_clock::time_point(
        Milliseconds(1'767'323'045'000) + std::chrono::duration_cast<Milliseconds>(passed()));
}

std::chrono::steady_clock::duration VirtualClock::passed() const {
    const std::scoped_lock lock(mutex_);
    return passed_;
}

void VirtualClock::wait(const tenon::Limits& until) {
    std::unique_lock lock(mutex_);
    waits_.push_back(std::chrono::duration_cast<Milliseconds>(until.deadline - begin_ - passed_));
    if (!manual_ && until.deadline != TimePoint::max()) {
        if (!until.stop.stop_requested()) passed_ = std::max(passed_, until.deadline - begin_);
        return;
    }
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, until.stop, [&] { return begin_ + passed_ >= until.deadline; });
    --waiting_;
    changed_.notify_all();
}

void VirtualClock::advance(Milliseconds time) {
    const std::scoped_lock lock(mutex_);
    passed_ += time;
    changed_.notify_all();
}

void VirtualClock::moveTo(TimePoint time) {
    const std::scoped_lock lock(mutex_);
    passed_ = std::max(passed_, time - begin_);
    changed_.notify_all();
}

bool VirtualClock::waitForWaiting(int count) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(30), [&] { return waiting_ == count; });
}

std::vector<Milliseconds> VirtualClock::waits() const {
    const std::scoped_lock lock(mutex_);
    return waits_;
}

}  // namespace scenarios
