// SPDX-License-Identifier: Apache-2.0
#include "runs/begin.h"

#include <algorithm>

#include "runs/each_step.h"
#include "runs/pins.h"
#include "world/position.h"

namespace tenon::runs {
namespace {

using world::NewRun;

// In which way the run that is there is another than the one that is asked for; nullptr if in none.
Result<const char*> difference(const NewRun& there, const NewRun& asked) {
    const auto before = pinsOf(there.pins), now = pinsOf(asked.pins);
    if (!before) return before.error();
    if (!now) return now.error();
    return there.manifestText != asked.manifestText      ? "another manifest"
           : before.value().beside != now.value().beside ? "other manifests beside it"
           : !(there.input == asked.input)               ? "another input"
           : before.value().from != now.value().from     ? "another begin"
                                                         : nullptr;
}

Error other(const std::string& id, const char* what) {
    return makeError(ErrorKind::configuration, "other",
                     "There is a run " + id + " already, and it was begun with " + what +
                         ". Give this one another name, or go on with that one as it was begun: "
                         "tenon resume " +
                         id);
}

}  // namespace

Result<std::vector<run::Act>> actsOf(world::State& state, const std::string& id) {
    const auto row = state.find(id);
    if (!row) return row.error();
    // Of one that completed all is known: what was not, a later attempt found out.
    const bool known = row.value().state == world::RunState::completed;
    std::vector<run::Act> out;
    std::vector<std::string> undone;
    auto problem = ofEachStep(state, id, [&](const world::StepRow& step) {
        // What is made part by part is known by its whole.
        const bool isPart = world::wholeOf(step.position).has_value();
        const bool acts = step.kind == world::Asking::act || !step.action.empty();
        const auto& [result, raw] = step.answer;
        if (step.position.ends_with(world::kUndone) && result && result.value().array())
            for (const auto& position : *result.value().array())
                undone.push_back(*position.string());
        if (!acts || isPart) return;
        const Done done = !step.ended ? Done::maybe : result ? Done::yes : result.error().done;
        if (done == Done::no || (done == Done::maybe && known)) return;
        out.push_back({.position = step.position,
                       .action = step.action,
                       .done = done,
                       .gave = result ? result.value() : raw});
    });
    if (problem) return *std::move(problem);
    std::erase_if(out, [&](const run::Act& act) {
        return std::any_of(undone.begin(), undone.end(), [&](const std::string& position) {
            return world::isInside(act.position, position);
        });
    });
    return out;
}

std::optional<Error> learn(world::Redactor& redactor, world::State& state, const NewRun& run,
                           const std::vector<std::string>& names, world::SecretSource& secrets) {
    std::optional<Error> unread;
    for (const auto& name : names) {
        const auto secret = secrets.find(name);
        if (secret)
            redactor.learn(secret.value());
        else
            unread = secret.error();
    }
    redactor.learn(run.input);
    const auto problem = ofEachStep(state, run.id, [&](const world::StepRow& step) {
        const auto& [result, raw] = step.answer;
        if (result) redactor.learn(result.value());
        redactor.learn(raw);
    });
    return unread ? unread : problem;
}

Result<Begun> begin(world::State& state, const NewRun& run, const world::Steps& steps) {
    auto begun = state.begin(run);
    if (begun) return Begun{std::move(begun).value(), std::nullopt, {}};
    if (begun.error().title != "taken") return begun.error();
    const auto there = state.given(run.id);
    if (!there) return there.error();
    const auto differs = difference(there.value(), run);
    if (!differs) return differs.error();
    if (differs.value()) return other(run.id, differs.value());
    const auto row = state.find(run.id);
    if (!row) return row.error();
    if (world::isFinished(row.value().state)) {
        auto outcome = state.outcome(run.id);
        if (!outcome) return outcome.error();
        auto acts = actsOf(state, run.id);
        if (!acts) return acts.error();
        return Begun{nullptr, std::move(outcome).value(), std::move(acts).value()};
    }
    if (auto gone = stepGone(pinsOf(there.value().pins).value(), steps)) return *gone;
    auto journal = state.resume(run.id);
    if (!journal) return journal.error();
    return Begun{std::move(journal).value(), std::nullopt, {}};
}

}  // namespace tenon::runs
