// SPDX-License-Identifier: Apache-2.0
#include "cli/from_run.h"

#include <iostream>
#include <memory>

#include "cli/failure.h"
#include "cli/got.h"
#include "cli/kept_run.h"
#include "cli/plugins.h"
#include "cli/printable.h"
#include "cli/signals.h"
#include "cli/standard_streams.h"
#include "cli/state_options.h"
#include "runs/from.h"
#include "runs/pins.h"
#include "text/suggest.h"
#include "world/position.h"

namespace tenon::cli {
namespace {

constexpr const char* kLook = ". tenon runs show RUN tells where the calls of a run stand";

Failure refused(const std::string& text) {
    return Failure(kConfiguration, "tenon: " + oneLine(text) + "\n");
}

// The name of a task, or its position with rounds and attempts, as `tenon runs show` tells it. A
// name is looked for in the workflows that the manifest runs where it has none of that name itself.
std::string positionOf(const std::string& named, GivenManifest& given) {
    const auto& workflow = given.workflow();
    if (named.starts_with('/')) {
        for (const auto& place : {named, world::withoutRounds(named)})
            if (!workflow.tasksNamed(place, &given.others()).empty()) return named;
        const auto hint = text::didYouMean(named, workflow.tasksNamed("", &given.others()));
        throw refused("There is no task " + named + " in " + given.path() +
                      (hint.empty() ? kLook : hint));
    }
    auto found = workflow.tasksNamed(named);
    if (found.empty()) found = workflow.tasksNamed(named, &given.others());
    if (found.size() == 1) return found.front();
    if (found.empty()) throw refused("There is no task " + named + " in " + given.path() + kLook);
    std::string all;
    for (const auto& position : found) all += (all.empty() ? "" : ", ") + position;
    throw refused("There is more than one task " + named + " in " + given.path() + ": " + all +
                  ". Say which");
}

void tellOf(const std::vector<world::StepRow>& again, const Arguments& arguments,
            const std::string& from) {
    if (again.empty()) return;
    std::string lines = "These calls acted in " + from + ", and would act again:\n";
    for (const auto& step : again)
        lines += oneLine("  " + step.position + " (" + step.action + ")") + "\n";
    if (!arguments.has("act-again"))
        throw Failure(kConfiguration, lines + "Nothing was run. Let them, with --act-again\n");
    say(lines);
}

}  // namespace

std::vector<Option> fromOptions() {
    return {{"from", "RUN", "Take over what that run was answered, with --state and --at", false},
            {"at", "TASK", "Up to this task: its name, or its position in the run", false},
            {"act-again", "", "Let what acted in that run after the task act again", false}};
}

int runFrom(const Arguments& arguments) {
    for (const char* other : {"input", "each", "sandbox", "sandbox-faults"})
        if (arguments.has(other))
            throw UsageError(
                "--from takes the input and the platform of the earlier run: leave --" +
                std::string(other) + " out");
    if (!arguments.has("at")) throw UsageError("--from RUN wants the task to begin at: --at TASK");
    if (arguments.operands().size() > 1) throw UsageError("name one manifest, or none");
    const bool asItWas = arguments.operands().empty();
    stopOnSignals();
    keepStandardOutput();
    const auto state = openRuns(arguments);
    const auto from = *arguments.value("from");
    const auto old = got(state->given(from));
    const auto pins = got(runs::pinsOf(old.pins));
    const auto all = arguments.after(pins.options);
    auto catalog = openCatalog(all);
    if (const auto gone = asItWas ? runs::stepGone(pins, catalog) : std::nullopt)
        throw refused(gone->detail);
    const auto given = asItWas ? std::make_unique<GivenManifest>(old, pins, catalog, all)
                               : std::make_unique<GivenManifest>(arguments.operands().front(),
                                                                 catalog, all, std::cerr);
    const auto position = positionOf(*arguments.value("at"), *given);
    auto taken = got(runs::takeOver(*state, from, position));
    say(oneLine("from " + from + " at " + position + ", with the manifest " +
                (asItWas ? "that it was begun with" : given->path() + " as it is now")) +
        "\n");
    tellOf(taken.again, arguments, from);
    auto run = newRun(all, *given, old.input);
    auto own = got(runs::pinsOf(run.pins));
    own.from = from + " at " + position;
    if (asItWas) own.folder = pins.folder;
    run.pins = runs::toValue(own);
    run.from = std::move(taken.taken);
    Drive drive(all, catalog, *given);
    return beginKept(all, *state, catalog, drive, run);
}

}  // namespace tenon::cli
