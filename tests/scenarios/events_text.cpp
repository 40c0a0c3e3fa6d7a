// SPDX-License-Identifier: Apache-2.0
#include "events_text.h"

#include <cstdio>
#include <string_view>

#include "tenon/json.h"

namespace scenarios {

using tenon::world::Event;

namespace {

const char* name(Event::Kind kind) {
    switch (kind) {
        case Event::Kind::workflowStarted:
            return "workflowStarted";
        case Event::Kind::workflowCompleted:
            return "workflowCompleted";
        case Event::Kind::workflowFaulted:
            return "workflowFaulted";
        case Event::Kind::taskStarted:
            return "taskStarted";
        case Event::Kind::taskCompleted:
            return "taskCompleted";
        case Event::Kind::taskFaulted:
            return "taskFaulted";
        case Event::Kind::taskCancelled:
            return "taskCancelled";
        case Event::Kind::taskRetried:
            return "taskRetried";
        case Event::Kind::taskSkipped:
            return "taskSkipped";
        case Event::Kind::workflowCancelled:
            return "workflowCancelled";
        case Event::Kind::emitted:
            return "emitted";
        case Event::Kind::log:
            return "log";
    }
    return "";
}

}  // namespace

std::string eventsText(const std::vector<Event>& events) {
    std::string out;
    for (const auto& event : events) {
        out += name(event.kind);
        if (!event.position.empty()) out += " " + event.position;
        if (!event.text.empty()) out += ": " + event.text;
        out += "\n";
    }
    return out;
}

std::string lifecycleText(const std::vector<std::string>& lines) {
    constexpr std::string_view prefix = "io.serverlessworkflow.";
    std::string out;
    for (const auto& line : lines) {
        const tenon::Value event = tenon::json::read(line).value();
        std::string_view type = *event.find("type")->string();
        if (type.starts_with(prefix)) type.remove_prefix(prefix.size());
        out += type;
        if (const auto* subject = event.find("subject")) out += " " + *subject->string();
        out += "\n";
    }
    return out;
}

std::string durationText(std::chrono::milliseconds time) {
    const auto all = time.count();
    const auto hours = all / 3'600'000, minutes = all / 60'000 % 60, ms = all % 60'000;
    std::string out = "PT";
    if (hours > 0) out += std::to_string(hours) + "H";
    if (minutes > 0) out += std::to_string(minutes) + "M";
    if (ms % 1000 != 0) {
        char seconds[16];
        std::snprintf(seconds, sizeof seconds, "%d.%03dS", static_cast<int>(ms / 1000),
                      static_cast<int>(ms % 1000));
        return out + seconds;
    }
    return ms > 0 || out == "PT" ? out + std::to_string(ms / 1000) + "S" : out;
}

std::string waitsText(const std::vector<std::chrono::milliseconds>& waits) {
    std::string out;
    for (const auto wait : waits) out += (out.empty() ? "" : ", ") + durationText(wait);
    return out.empty() ? "none" : out;
}

}  // namespace scenarios
