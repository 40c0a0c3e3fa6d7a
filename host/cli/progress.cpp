// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <cstdio>

#include "cli/printable.h"

namespace tenon::cli {
namespace {

std::string duration(std::chrono::steady_clock::duration took) {
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
    if (ms < 10'000) return std::to_string(ms) + " ms";
    char text[32];
    std::snprintf(text, sizeof text, "%.1f s", static_cast<double>(ms) / 1000);
    return text;
}

std::string startOf(const world::Event& event) {
    return std::string(static_cast<std::size_t>(event.depth) * 2 + 2, ' ') + event.task + ": ";
}

// A branch that lost a race is told of here only.
const char* outcomeOf(const world::Event& event) {
    return event.outside && event.error.done == Done::maybe ? "; outcome unknown" : "";
}

// What has happened, on one line; empty for what needs none.
std::string lineOf(const world::Event& event) {
    using Kind = world::Event::Kind;
    const auto took = [&](const char* end) { return event.action + end + duration(event.took); };
    switch (event.kind) {
        case Kind::workflowStarted:
            return event.depth == 0 ? event.task + " " + event.action : "";
        case Kind::taskCompleted:
            return startOf(event) + took(", ");
        case Kind::taskSkipped:
            return startOf(event) + "skipped";
        case Kind::taskFaulted:
            return startOf(event) + took(" FAULTED, ") + outcomeOf(event);
        case Kind::taskCancelled:
            return startOf(event) + took(" stopped, ") + outcomeOf(event);
        case Kind::taskRetried:
        case Kind::log:
            return startOf(event) + event.text;
        case Kind::taskStarted:
        case Kind::workflowCompleted:
        case Kind::workflowFaulted:
        case Kind::workflowCancelled:
        case Kind::emitted:
            return "";
    }
    return "";
}

}  // namespace

void Progress::note(const world::Event& event) {
    using Kind = world::Event::Kind;
    if (!live_.isThere()) return;
    const bool ended = event.kind == Kind::taskCompleted || event.kind == Kind::taskFaulted ||
                       event.kind == Kind::taskCancelled;
    if (event.kind == Kind::taskStarted) {
        running_.emplace_back(event.position, oneLine(startOf(event) + event.action + " ..."));
    } else if (ended) {
        std::erase_if(running_, [&](const auto& task) { return task.first == event.position; });
    }
}

void Progress::on(const world::Event& event) {
    note(event);
    live_.clear();
    if (const std::string line = event.again ? "" : lineOf(event); !line.empty())
        out_ << oneLine(line) << "\n";
    if (!running_.empty()) live_.show(running_.back().second);
    out_.flush();
}

std::string explain(const Error& error) {
    // An error that a manifest raises may have a type and a status only.
    const std::string& what = !error.detail.empty()  ? error.detail
                              : !error.title.empty() ? error.title
                                                     : error.type;
    std::string out = "error: " + what + "\n  kind: " + name(error.kind) + ", status " +
                      std::to_string(error.status) +
                      (error.title.empty() ? "" : ", " + error.title) + "\n";
    if (!error.type.empty()) out += "  type: " + error.type + "\n";
    if (!error.instance.empty()) out += "  task: " + error.instance + "\n";
    if (!error.place.empty()) out += "  place: " + error.place + "\n";
    if (!error.requestId.empty()) out += "  request id: " + error.requestId + "\n";
    if (error.retryAfter)
        out += "  retry after: " + std::to_string(error.retryAfter->count()) + " s\n";
    if (error.done == Done::maybe)
        out += "  outcome: unknown; look on the remote side before you run this again\n";
    if (error.done == Done::yes)
        out += "  outcome: the remote side has acted; running this again does it again\n";
    return printable(out);
}

}  // namespace tenon::cli
