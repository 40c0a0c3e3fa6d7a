// SPDX-License-Identifier: Apache-2.0
// Events and times as a scenario writes them.
#pragma once

#include <string>
#include <vector>

#include "world/event.h"

namespace scenarios {

// One line an event: "taskCompleted /do/0/greet".
std::string eventsText(const std::vector<tenon::world::Event>& events);
// One line a CloudEvent: "task.completed.v1 /do/0/greet"; the language's own types without their
// prefix.
std::string lifecycleText(const std::vector<std::string>& lines);
// "PT1M30S", as short as it can be; "PT0S" for none.
std::string durationText(std::chrono::milliseconds time);
// "PT1S, PT2S", or "none".
std::string waitsText(const std::vector<std::chrono::milliseconds>& waits);

}  // namespace scenarios
