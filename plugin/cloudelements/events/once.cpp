// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/events/once.h"

#include <algorithm>

#include "tenon/json.h"

namespace cloudelements {
namespace {

std::string keyOf(const Notification& notification, const Event& event) {
    std::string out;
    const auto add = [&](const std::string& part) {
        out += std::to_string(part.size()) + ":" + part;
    };
    add(notification.eventId);
    add(event.objectType);
    // What names no object is known by all of it.
    add(event.objectId.empty() ? tenon::json::write(event.whole) : event.objectId);
    add(event.type);
    return out;
}

}  // namespace

bool Once::take(const Notification& notification, const Event& event) {
    auto key = keyOf(notification, event);
    const std::lock_guard lock(mutex_);
    if (!known_.insert(key).second) return false;
    order_.push_back(std::move(key));
    if (order_.size() > capacity_) {
        known_.erase(order_.front());
        order_.pop_front();
    }
    return true;
}

void Once::giveBack(const Notification& notification, const Event& event) {
    const auto key = keyOf(notification, event);
    const std::lock_guard lock(mutex_);
    if (known_.erase(key) == 0) return;
    order_.erase(std::find(order_.begin(), order_.end(), key));
}

}  // namespace cloudelements
