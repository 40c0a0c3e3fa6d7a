// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "tenon/fields.h"

namespace tenon::world {

// A moment of a run. Every round of a loop and every attempt has its own, so that a record finds
// what belongs to it.
struct Position {
    std::string text;  // "/do/0/each/do#2/0/call"
    std::string work;  // the same whatever the attempt: what an idempotency key is made of

    // `part` is a key of the manifest; name() is for what the user chose.
    [[nodiscard]] Position key(std::string_view part) const {
        return {text + "/" + std::string(part), work + "/" + std::string(part)};
    }
    [[nodiscard]] Position item(std::size_t index, std::string_view name) const {
        std::string part = "/" + std::to_string(index) + fields::pointerPart(name);
        // What begins with an @ is the engine's own word.
        if (name.starts_with('@')) part.replace(part.find('@'), 1, "%40");
        return {text + part, work + part};
    }
    // The round or the attempt, counted from 1. The first goes without saying.
    [[nodiscard]] Position round(std::size_t number) const {
        if (number < 2) return *this;
        return {text + "#" + std::to_string(number), work + "#" + std::to_string(number)};
    }
    [[nodiscard]] Position attempt(std::size_t number) const {
        return {number < 2 ? text : text + "#" + std::to_string(number), work};
    }
};

// Is a position another one, or something inside it: a task, a round, an attempt? Everything is
// inside "".
[[nodiscard]] inline bool isInside(std::string_view position, std::string_view outer) {
    return position.starts_with(outer) &&
           (outer.empty() || position.size() == outer.size() || position[outer.size()] == '/' ||
            position[outer.size()] == '#');
}

// What a step does of one thing, act by act, stands at the thing's position with this behind it.
inline constexpr std::string_view kPart = "/@part";

// What undoes a task stands at the task's position with this behind it.
inline constexpr std::string_view kUndo = "@undo";

// Behind the position of a task: the engine's word that it was undone, the positions of all that
// went with it.
inline constexpr std::string_view kUndone = "/@undo/@done";

// Behind the position of a fork's branch: the engine's word that it lost, and that what it made is
// undone, whatever becomes of the run.
inline constexpr std::string_view kLost = "/@lost";

// The undoing in which that is, the innermost: "/do/0/create/@undo"; nothing where it is in none.
[[nodiscard]] inline std::optional<std::string_view> undoingOf(std::string_view position) {
    constexpr std::string_view mark = "/@undo";
    const auto at = position.rfind(mark);
    if (at == position.npos) return std::nullopt;
    return position.substr(0, at + mark.size());
}

// Is a position inside another one, on the way that the run goes there? An undoing comes later, by
// itself.
[[nodiscard]] inline bool isOnTheWay(std::string_view position, std::string_view outer) {
    return isInside(position, outer) && undoingOf(position) == undoingOf(outer);
}

// The position of the thing whose part that is; nothing where it is none.
[[nodiscard]] inline std::optional<std::string_view> wholeOf(std::string_view position) {
    const auto at = position.rfind(kPart);
    if (at == position.npos) return std::nullopt;
    return position.substr(0, at);
}

// The same without rounds and attempts: a place in the manifest.
[[nodiscard]] inline std::string withoutRounds(std::string_view position) {
    std::string out;
    while (!position.empty()) {
        const auto end = std::min(position.find('/', 1), position.size());
        const auto part = position.substr(0, end);
        const auto mark = part.rfind('#');
        const bool isRound = mark != part.npos && mark + 1 < part.size() &&
                             part.find_first_not_of("0123456789", mark + 1) == part.npos;
        out += isRound ? part.substr(0, mark) : part;
        position.remove_prefix(end);
    }
    return out;
}

// The task of which that says something: "/do/0/t" of "/do/0/t/try/@retry".
[[nodiscard]] inline std::string_view taskOf(std::string_view position) {
    return position.substr(0, position.find("/@", undoingOf(position).value_or("").size()));
}

// The branch of a fork in which that is, the innermost, or the undoing: there one thing comes after
// the other. The whole run, "", where it is in none.
[[nodiscard]] inline std::string_view branchOf(std::string_view position) {
    constexpr std::string_view begins = "/fork/branches/";
    const auto undoing = undoingOf(position).value_or("");
    const auto at = position.rfind(begins);
    if (at == position.npos || at < undoing.size()) return undoing;
    const auto name = position.find('/', at + begins.size());  // behind the index
    const auto end = name == position.npos ? name : position.find('/', name + 1);
    return position.substr(0, end);
}

}  // namespace tenon::world
