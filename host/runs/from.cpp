// SPDX-License-Identifier: Apache-2.0
#include "runs/from.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <limits>

#include "runs/each_step.h"
#include "world/position.h"

namespace tenon::runs {
namespace {

using world::StepRow;

// One part of a position, "do#2" as "do" and 2.
struct Part {
    std::string_view name;
    std::size_t round = 1;
};

std::vector<Part> partsOf(std::string_view position) {
    std::vector<Part> out;
    while (!position.empty()) {
        position.remove_prefix(1);
        const auto end = std::min(position.find('/'), position.size());
        Part part{position.substr(0, end)};
        if (const auto mark = part.name.rfind('#'); mark != part.name.npos) {
            const auto digits = part.name.substr(mark + 1);
            const auto read =
                std::from_chars(digits.data(), digits.data() + digits.size(), part.round);
            if (read.ptr == digits.data() + digits.size()) part.name = part.name.substr(0, mark);
        }
        out.push_back(part);
        position.remove_prefix(end);
    }
    return out;
}

std::size_t indexOf(std::string_view part) {
    std::size_t index = 0;
    std::from_chars(part.data(), part.data() + part.size(), index);
    return index;
}

bool isOfEngine(const Part& part) { return part.name.starts_with('@'); }

bool acted(const StepRow& step) {
    const bool acts = step.kind == world::Asking::act || !step.action.empty();
    if (!acts || world::wholeOf(step.position)) return false;
    return !step.ended || step.answer.result || step.answer.result.error().done != Done::no;
}

Error refused(const char* title, const StepRow& step, const std::string& why) {
    return makeError(ErrorKind::configuration, title,
                     std::string(world::taskOf(step.position)) + " (" + step.action + ") " + why);
}

// The fork of a branch, or of something inside it. No name has a slash, but one may be "branches".
std::string_view raceOf(std::string_view position) {
    return position.substr(0, position.rfind("/fork/branches/"));
}

bool isIn(const std::vector<std::string>& branches, std::string_view position) {
    return std::any_of(branches.begin(), branches.end(), [&](const std::string& branch) {
        return world::isInside(position, branch);
    });
}

// Nothing where the task is run again.
std::optional<Error> ofUndone(std::string_view undone, Stands stands) {
    if (stands != Stands::before && stands != Stands::beside) return std::nullopt;
    return makeError(ErrorKind::configuration, "undone",
                     "What " + std::string(undone) + " made was undone. Name " +
                         (stands == Stands::before ? "that task, or one before it."
                                                   : "the fork in which it is."));
}

}  // namespace

Stands standsTo(std::string_view position, std::string_view task) {
    const auto there = partsOf(position), here = partsOf(task);
    for (std::size_t i = 0; i < here.size(); ++i) {
        if (i >= there.size() || isOfEngine(there[i])) return Stands::around;
        const auto &a = there[i], &b = here[i];
        if (a.name == b.name && a.round == b.round) continue;
        if (a.name == b.name) return a.round < b.round ? Stands::before : Stands::inside;
        if (i > 0 && here[i - 1].name == "branches") return Stands::beside;
        const bool indexes = std::isdigit(static_cast<unsigned char>(a.name.front())) &&
                             std::isdigit(static_cast<unsigned char>(b.name.front()));
        if (indexes) return indexOf(a.name) < indexOf(b.name) ? Stands::before : Stands::inside;
        return b.name == "catch" ? Stands::before : Stands::inside;  // of its try
    }
    return Stands::inside;
}

Result<From> takeOver(world::State& state, const std::string& id, const std::string& task) {
    const auto row = state.find(id);
    if (!row) return row.error();
    if (row.value().driven)
        return makeError(ErrorKind::configuration, "driven",
                         "The run " + id + " is driven by another process (" +
                             std::to_string(row.value().driver) +
                             "). Wait for its end, or cancel it.");
    // Once the task was reached, what followed is not taken over, wherever it stands: a task may
    // jump back.
    auto reached = std::numeric_limits<std::int64_t>::max();
    std::vector<std::string> lost;  // the branches of races that are over for the new run, too
    auto problem = ofEachStep(state, id, [&](const StepRow& step) {
        if (step.position.ends_with(world::kLost) && !world::isInside(task, raceOf(step.position)))
            lost.push_back(step.position.substr(0, step.position.size() - world::kLost.size()));
        if (!world::undoingOf(step.position) && standsTo(step.position, task) == Stands::inside)
            reached = std::min(reached, step.number);
    });
    if (problem) return *std::move(problem);
    From from{{id, {}}, {}};
    std::optional<Error> refusal;
    const auto take = [&](const StepRow& step) {
        if (step.ended) return from.taken.steps.push_back(step.number);
        if (step.kind == world::Asking::act && !world::wholeOf(step.position) && !refusal)
            refusal = refused("unknown", step,
                              "was begun, and nobody knows whether it was done. Name that task, or "
                              "one before it.");
    };
    problem = ofEachStep(state, id, [&](const StepRow& step) {
        if (const auto undoing = world::undoingOf(step.position)) {
            const auto undone = undoing->substr(0, undoing->rfind('/'));
            const auto stands = standsTo(undone, task);
            const bool early = step.number < reached;
            if (isIn(lost, undone)) {
                if (stands == Stands::beside || (early && stands == Stands::before)) take(step);
            } else if (step.position.ends_with(world::kUndone) && !refusal) {
                refusal = ofUndone(undone, stands);
            }
            return;
        }
        if (step.position.ends_with(world::kLost) && !isIn(lost, step.position)) return;
        const auto stands = standsTo(step.position, task);
        const bool early = step.number < reached;
        const bool began = step.position.ends_with("/@began");
        if (stands == Stands::beside || (early && (stands == Stands::before || began)))
            take(step);
        else if (acted(step))
            from.again.push_back(step);
    });
    if (problem) return *std::move(problem);
    if (refusal) return *std::move(refusal);
    return from;
}

}  // namespace tenon::runs
