// SPDX-License-Identifier: Apache-2.0
#include "trace.h"

#include <algorithm>

#include "events_text.h"

namespace scenarios {

using tenon::world::Event;

std::vector<std::string> started(Stage& stage) {
    std::vector<std::string> names;
    for (const auto& event : stage.events())
        if (event.kind == Event::Kind::taskStarted) names.push_back(event.task);
    if (names.empty()) throw Failed("no task ran");
    return names;
}

Event last(Stage& stage, Event::Kind kind, const std::string& task) {
    const auto found = stage.events(kind, task);
    if (found.empty()) throw Failed("it did not; the events are\n" + eventsText(stage.events()));
    return found.back();
}

void shouldRunBefore(Stage& stage, const std::string& first, const std::string& second) {
    const auto names = started(stage);
    const auto a = std::find(names.begin(), names.end(), first);
    const auto b = std::find(names.begin(), names.end(), second);
    if (a == names.end() || b == names.end() || a > b)
        throw Failed("it did not; the events are\n" + eventsText(stage.events()));
}

Milliseconds passed(Stage& stage) {
    return std::chrono::duration_cast<Milliseconds>(stage.events().back().took);
}

}  // namespace scenarios
