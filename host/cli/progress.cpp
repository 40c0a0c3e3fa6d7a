// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <algorithm>
#include <cstdio>

#include "cli/printable.h"
#include "world/problem.h"

namespace tenon::cli {
namespace {

std::string duration(std::chrono::steady_clock::duration took) {
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
    if (ms < 10'000) return std::to_string(ms) + " ms";
    char text[32];
    std::snprintf(text, sizeof text, "%.1f s", static_cast<double>(ms) / 1000);
    return text;
}

std::string indent(const world::Event& event) {
    return std::string(static_cast<std::size_t>(event.depth) * 2 + 2, ' ');
}

// A branch that lost a race is told of here only.
const char* outcomeOf(const world::Event& event) {
    return event.outside && event.error.done == Done::maybe ? "; outcome unknown" : "";
}

bool isEnd(const world::Event& event) {
    using Kind = world::Event::Kind;
    return event.kind == Kind::taskCompleted || event.kind == Kind::taskFaulted ||
           event.kind == Kind::taskCancelled;
}

// What has happened to a task; empty for what needs no line. `rounds`: of a long loop, so many.
std::string lineOf(const world::Event& event, const std::string& rounds) {
    using Kind = world::Event::Kind;
    const auto took = [&](const char* end) {
        return event.task + ": " + event.action + end + rounds + ", " + duration(event.took);
    };
    switch (event.kind) {
        case Kind::taskCompleted:
            return took("");
        case Kind::taskSkipped:
            return event.task + ": skipped";
        case Kind::taskFaulted:
            return took(" FAULTED") + outcomeOf(event);
        case Kind::taskCancelled:
            return took(" stopped") + outcomeOf(event);
        case Kind::taskRetried:
        case Kind::log:
            return event.task + ": " + event.text;
        case Kind::taskStarted:
        case Kind::workflowStarted:
        case Kind::workflowCompleted:
        case Kind::workflowFaulted:
        case Kind::workflowCancelled:
        case Kind::emitted:
            return "";
    }
    return "";
}

}  // namespace

// What is going on, for a terminal.
void Progress::note(const world::Event& event) {
    using Kind = world::Event::Kind;
    if (!live_.isThere()) return;
    const auto round = LongLoops::around(event);
    const std::string place = round.loop ? LongLoops::standing(round) + "; " : indent(event);
    const auto isIt = [&](const auto& task) { return task.first == event.position; };
    if (event.kind == Kind::taskStarted) {
        running_.emplace_back(event.position,
                              oneLine(place + event.task + ": " + event.action + " ..."));
    } else if (isEnd(event)) {
        std::erase_if(running_, isIt);
    } else if (event.kind == Kind::taskRetried && round.loop) {
        const auto task = std::find_if(running_.begin(), running_.end(), isIt);
        if (task != running_.end()) task->second = oneLine(place + lineOf(event, ""));
    }
}

std::vector<std::string> Progress::linesOf(const world::Event& event) {
    using Kind = world::Event::Kind;
    if (event.kind == Kind::workflowStarted && event.depth == 0 && !event.again)
        return {event.task + " " + event.action};
    if (const auto round = LongLoops::around(event); round.loop) {
        const bool fault = event.kind == Kind::taskFaulted ||
                           (event.kind == Kind::taskCancelled && *outcomeOf(event));
        return loops_.inside(event, round, lineOf(event, ""), fault);
    }
    auto [lines, rounds] = isEnd(event) ? loops_.ended(event) : LongLoops::End();
    if (auto line = lineOf(event, rounds); !line.empty() && !event.again)
        lines.push_back(indent(event) + line);
    return lines;
}

void Progress::on(const world::Event& event) {
    note(event);
    live_.clear();
    for (const auto& line : linesOf(event)) out_ << oneLine(line) << "\n";
    if (!running_.empty()) live_.show(running_.back().second);
    out_.flush();
}

std::string explain(const Error& error) {
    std::string out = "error: " + world::headline(error) + "\n  kind: " + name(error.kind) +
                      ", status " + std::to_string(error.status) +
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
