// SPDX-License-Identifier: Apache-2.0
#include "cli/long_loops.h"

#include <algorithm>

#include "tenon/json.h"
#include "text/excerpt.h"
#include "world/position.h"

namespace tenon::cli {
namespace {

constexpr std::size_t kShort = 20;         // so many rounds are told of one by one
constexpr std::size_t kLongestItem = 60;   // in bytes
constexpr std::chrono::seconds kQuiet{5};  // between two lines that say how far it is

std::string indent(int depth) { return std::string(static_cast<std::size_t>(depth) * 2 + 2, ' '); }

std::string placeOf(const world::Round& round) {
    return indent(round.loop->depth) + round.loop->task + ": ";
}

std::string count(const world::Round& round) {
    const auto of = std::to_string(round.of());
    return round.number == round.of() ? of : std::to_string(round.number) + " of " + of;
}

}  // namespace

world::Round LongLoops::around(const world::Event& event) {
    world::Round found;
    for (const auto* round = &event.round; round->loop; round = &round->loop->in)
        if (round->of() > kShort) found = *round;
    return found;
}

std::string LongLoops::standing(const world::Round& round) {
    return placeOf(round) + std::to_string(round.number) + " of " + std::to_string(round.of());
}

std::string LongLoops::startOf(const world::Round& round) const {
    return indent(round.loop->depth + 1) + "round " + std::to_string(round.number) + ", " +
           text::beginningOf(json::write(redactor_.value(round.item())), kLongestItem) + ": ";
}

std::vector<std::string> LongLoops::over(Standing& standing) {
    std::vector<std::string> lines;
    for (auto& fault : standing.faults)
        if (!fault.line.empty()) lines.push_back(std::move(fault.line));
    if (!standing.faults.empty()) ++standing.faulted;
    standing.faults.clear();
    return lines;
}

std::vector<std::string> LongLoops::inside(const world::Event& event, const world::Round& round,
                                           const std::string& line, bool fault) {
    std::vector<std::string> lines;
    auto [found, fresh] =
        standings_.try_emplace(round.loop->position, Standing{.round = round, .told = event.time});
    auto& standing = found->second;
    if (standing.round.number != round.number) {
        lines = over(standing);
        const auto tenth = [&](std::size_t number) { return (number - 1) * 10 / round.of(); };
        const bool further = tenth(round.number) != tenth(standing.round.number);
        standing.round = round;
        if (event.again) standing.told = event.time;
        if (further && event.time - standing.told >= kQuiet) {
            standing.told = event.time;
            lines.push_back(placeOf(round) + std::to_string(round.number - 1) + " of " +
                            std::to_string(round.of()) + " rounds done");
        }
    }
    const auto isInside = [&](const Fault& one) {
        return world::isInside(one.position, event.position);
    };
    if (event.kind == world::Event::Kind::taskRetried) std::erase_if(standing.faults, isInside);
    // The tasks round the one that faulted say nothing new.
    if (fault && std::none_of(standing.faults.begin(), standing.faults.end(), isInside))
        standing.faults.push_back({event.position, event.again ? "" : startOf(round) + line});
    if (event.kind == world::Event::Kind::log && !event.again)
        lines.push_back(startOf(round) + line);
    return lines;
}

LongLoops::End LongLoops::ended(const world::Event& event) {
    const auto found = standings_.find(event.position);
    if (found == standings_.end()) return {};
    auto& standing = found->second;
    End end{over(standing)};
    end.rounds = ", " + count(standing.round) + " rounds";
    if (standing.faulted > 0)
        end.rounds += ", " + std::to_string(standing.faulted) + " with a fault";
    standings_.erase(found);
    return end;
}

}  // namespace tenon::cli
