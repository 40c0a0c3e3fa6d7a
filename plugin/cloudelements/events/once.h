// SPDX-License-Identifier: Apache-2.0
// Each event once: the platform delivers at least once, and again whenever it is in doubt.
#pragma once

#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <unordered_set>

#include "cloudelements/events/notification.h"

namespace cloudelements {

// An event is known by the notification's event id, its object's type and id, and what happened to
// the object. Any thread; keeps the newest `capacity` of them in memory.
class Once {
  public:
    explicit Once(std::size_t capacity = 100000) : capacity_(capacity) {}

    // True the first time, for one caller.
    bool take(const Notification& notification, const Event& event);
    // It could not be handled: the next delivery counts as the first.
    void giveBack(const Notification& notification, const Event& event);

  private:
    const std::size_t capacity_;
    std::mutex mutex_;
    std::unordered_set<std::string> known_;
    std::deque<std::string> order_;  // the oldest first
};

}  // namespace cloudelements
