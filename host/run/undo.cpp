// SPDX-License-Identifier: Apache-2.0
#include "run/undo.h"

#include <algorithm>

#include "run/done.h"
#include "world/problem.h"

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

}  // namespace

std::string Undone::goneText() const { return gone.empty() ? "" : "Undone: " + listed(gone) + "."; }

std::string Undone::leftText() const {
    return left.empty() ? "" : "Not undone, and still there: " + listed(left) + ". " + why;
}

Undone undo(Run& run, const world::Position& position, const Error& why) {
    Undone out;
    for (const auto& one : run.outermost.undoings.take(position.text)) {
        const auto result = one.undo(why);
        if (result && !result.value()) continue;
        if (result) {
            Array positions{one.position.text};
            for (const auto& other : one.instead) positions.push_back(other);
            for (const auto& position : positions) run.forget(*position.string());
            run.choose(one.position.text + std::string(world::kUndone), [&] { return positions; });
        }
        if (!result && out.left.empty()) out.why = world::headline(result.error());
        (result ? out.gone : out.left).push_back(nameOf(one));
    }
    return out;
}

Error undone(Run& run, const world::Position& position, Error error) {
    const auto came = undo(run, position, error);
    if (came.gone.empty() && came.left.empty()) return error;
    for (const auto& text : {came.goneText(), came.leftText()})
        if (!text.empty()) error = withSentence(std::move(error), text);
    if (error.done == Done::yes) error.done = Done::no;
    if (!came.left.empty()) error.done = Done::maybe;
    return alsoDone(std::move(error), run.acts.within(position.text));
}

}  // namespace tenon::run
