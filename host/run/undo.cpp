// SPDX-License-Identifier: Apache-2.0
#include "run/undo.h"

#include <algorithm>
#include <iterator>

#include "run/done.h"
#include "run/run.h"

namespace tenon::run {
namespace {

// So many are named, and the rest is counted.
constexpr std::size_t kNamed = 5;

std::string nameOf(const Undoing& one) { return one.position.text + " (" + one.action + ")"; }

std::string listed(const std::vector<std::string>& names) {
    std::string out;
    for (std::size_t i = 0; i < std::min(names.size(), kNamed); ++i)
        out += (i == 0 ? "" : ", ") + names[i];
    if (names.size() > kNamed) out += " and " + std::to_string(names.size() - kNamed) + " more";
    return out;
}

bool inside(const Undoing& one, std::string_view position) {
    return world::isInside(one.position.text, position);
}

}  // namespace

void Undoings::add(Undoing undoing) {
    const std::scoped_lock lock(mutex_);
    std::erase_if(all_, [&](const Undoing& other) {
        if (!world::isInside(other.position.work, undoing.position.work)) return false;
        undoing.instead.push_back(other.position.text);
        undoing.instead.insert(undoing.instead.end(), other.instead.begin(), other.instead.end());
        return true;
    });
    all_.push_back(std::move(undoing));
}

std::vector<Undoing> Undoings::take(std::string_view position) {
    const std::scoped_lock lock(mutex_);
    const auto begin = std::stable_partition(
        all_.begin(), all_.end(), [&](const Undoing& one) { return !inside(one, position); });
    std::vector<Undoing> out(std::make_move_iterator(begin), std::make_move_iterator(all_.end()));
    all_.erase(begin, all_.end());
    std::reverse(out.begin(), out.end());
    return out;
}

bool Undoings::any(std::string_view position) const {
    const std::scoped_lock lock(mutex_);
    return std::any_of(all_.begin(), all_.end(),
                       [&](const Undoing& one) { return inside(one, position); });
}

Error undone(Run& run, const world::Position& position, Error error) {
    std::vector<std::string> gone, left;
    std::string why;  // of the first that is left
    for (const auto& one : run.outermost.undoings.take(position.text)) {
        const auto result = one.undo(error);
        if (result && !result.value()) continue;
        if (result) {
            Array positions{one.position.text};
            for (const auto& other : one.instead) positions.push_back(other);
            for (const auto& position : positions) run.forget(*position.string());
            run.choose(one.position.text + std::string(world::kUndone), [&] { return positions; });
        }
        if (!result && left.empty()) why = result.error().detail;
        (result ? gone : left).push_back(nameOf(one));
    }
    if (gone.empty() && left.empty()) return error;
    const auto add = [&](const std::string& sentence) {
        error.detail = withSentence(std::move(error.detail), sentence);
    };
    if (!gone.empty()) add("Undone: " + listed(gone) + ".");
    if (!left.empty()) add("Not undone, and still there: " + listed(left) + ". " + why);
    if (error.done == Done::yes) error.done = Done::no;
    if (!left.empty()) error.done = Done::maybe;
    return alsoDone(std::move(error), run.acts.within(position.text));
}

}  // namespace tenon::run
