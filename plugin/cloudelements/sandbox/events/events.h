// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <string>

#include "tenon/value.h"

namespace cloudelements::sandbox {

struct World;
struct Instance;

// One notification, sent or to be sent.
struct Event {
    std::string id;
    std::int64_t instance = 0;
    std::string date;
    std::string status = "NEW";
    std::string body;  // as it is sent
};

// The latest of them.
struct Events {
    static constexpr std::size_t kMost = 10'000;

    std::deque<Event> all;
    bool pollAtOnce = false;
    // When the refresh interval that runs began, by instance.
    std::map<std::int64_t, std::chrono::steady_clock::time_point> begun;

    [[nodiscard]] tenon::Value kept() const;
    void restore(const tenon::Value& kept);
};

// What has changed in the instance's system since the last poll becomes events, which are sent.
void poll(World& world, Instance& instance);
// The same of every instance whose refresh interval is over.
void pollWhatIsDue(World& world, std::chrono::steady_clock::time_point now);
// Polls every instance that is polled at all.
void pollAll(World& world);
// The platform's `raw` object, as a vendor gave it, becomes an event.
void inject(World& world, Instance& instance, const tenon::Value& raw);

}  // namespace cloudelements::sandbox
