// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <iostream>

#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/got.h"
#include "cli/means.h"
#include "cli/printable.h"
#include "cli/run_check.h"
#include "cli/run_needs.h"
#include "cli/run_story.h"
#include "cli/run_table.h"
#include "cli/state_options.h"
#include "run/duration.h"
#include "runs/begin.h"
#include "runs/pins.h"
#include "tenon/json.h"

namespace tenon::cli {
namespace {

constexpr std::size_t kPage = 200;

// Page by page: a folder may hold more than there is memory for.
int list(const Arguments& arguments, world::State& state) {
    const bool asJson = arguments.has("json");
    RunNeeds needs(arguments, state);
    std::int64_t after = 0;
    bool any = false;
    for (bool more = true; more;) {
        const auto page = got(state.list(after, kPage));
        more = page.size() == kPage;
        if (page.empty()) break;
        after = page.back().number;
        std::vector<std::string> missing;
        for (const auto& run : page) {
            const auto gone = needs.of(run);
            missing.push_back(needsText(gone));
            if (!asJson) continue;
            Object told = *describedRun(run).object();
            if (!gone.empty()) told.set("needs", needsValue(gone));
            std::cout << printableJson(json::write(told)) << "\n";
        }
        const auto table = asJson ? "" : runTable(page, missing);
        std::cout << (any ? table.substr(table.find('\n') + 1) : table);
        any = true;
    }
    if (!any && !asJson) std::cout << "There are no runs.\n";
    return kOk;
}

int prune(const Arguments& arguments, world::State& state) {
    const auto text = arguments.value("older-than");
    const auto age = run::isoDuration(text.value_or("P30D"));
    if (!age)
        throw UsageError("--older-than wants an ISO 8601 duration such as P30D or PT12H, found " +
                         *text);
    const auto removed = got(state.prune(std::chrono::system_clock::now() - *age));
    std::cout << removed << (removed == 1 ? " run" : " runs") << " removed\n";
    return kOk;
}

// Nobody but a life of the run can undo what it did.
bool undoes(world::State& state, const std::string& id) {
    const auto run = state.find(id);
    const auto given = state.given(id);
    return run && given && run.value().acts > 0 && got(runs::pinsOf(given.value().pins)).undoes;
}

int cancel(const Arguments& arguments, world::State& state, const std::string& id) {
    if (const auto problem = state.cancel(id, undoes(state, id)))
        throw Failure(problem->title == "missing" ? kUnreadable : kConfiguration,
                      "tenon: " + problem->detail + "\n");
    const auto run = got(state.find(id));
    if (!world::isFinished(run.state) && !run.driven) {
        std::cout << oneLine("run " + id + " is to stop, and to undo what it made. Do that with: " +
                             howToResume(arguments, id))
                  << "\n";
        return kOk;
    }
    const char* how = run.driven ? " is asked to stop; it ends what it does first"
                      : run.state == world::RunState::unknown
                          ? " has ended, and of something that it did the outcome is unknown"
                          : " is cancelled";
    std::cout << oneLine("run " + id + how) << "\n";
    return kOk;
}

// The redactor learns the secrets that the run knew, as far as they are there; that they are not is
// said.
void learn(world::Redactor& redactor, const Arguments& arguments, world::State& state,
           const RunStory& story) {
    const auto pins = got(runs::pinsOf(story.given.pins));
    secrets::SecretStore secrets(environ);
    try {
        secrets = openSecrets(arguments.after(pins.options));
    } catch (const Failure& e) {
        say(e.what());
    }
    if (runs::learn(redactor, state, story.given, pins.secrets, secrets))
        say("note: a secret of the run cannot be read now; where it stands in a longer text, it is "
            "not masked. Name the secrets with --secrets FILE\n");
}

int show(const Arguments& arguments, world::State& state, const std::string& id) {
    const auto story = RunStory::read(state, id);
    const bool shown = arguments.has("show-secrets") && !arguments.has("json");
    world::Redactor redactor;
    if (!shown) learn(redactor, arguments, state, story);
    if (arguments.has("json"))
        std::cout << printableJson(json::pretty(story.json(redactor))) << "\n";
    else
        std::cout << story.text(redactor, shown);
    return kOk;
}

int runs(const Arguments& arguments) {
    const auto& words = arguments.operands();
    const std::string what = words.empty() ? "list" : words.front();
    const bool ofOne = what == "show" || what == "cancel";
    if (what != "list" && what != "prune" && what != "check" && !ofOne)
        throw UsageError("say list, show RUN, cancel RUN, prune or check; found " + what);
    if (words.size() > (ofOne ? 2u : 1u) || (ofOne && words.size() < 2))
        throw UsageError(ofOne ? "say " + what + " and one run" : what + " takes no run");
    const auto state = openRuns(arguments);
    if (what == "show") return show(arguments, *state, words.back());
    if (what == "cancel") return cancel(arguments, *state, words.back());
    if (what == "check") return checkRuns(*state, arguments.has("json"));
    return what == "prune" ? prune(arguments, *state) : list(arguments, *state);
}

}  // namespace

Command runsCommand() {
    return {
        "runs", "[WHAT] [RUN]", "The runs that are kept: list, show RUN, cancel RUN, prune, check",
        withStateOptions(
            {{"json", "", "As JSON", false},
             {"show-secrets", "", "Print secrets, too (show)", false},
             {"secrets", "FILE", "Those of the run, to mask them (show; default: its own)", false},
             {"older-than", "DURATION", "Of runs that ended so long ago (prune; default: P30D)",
              false}}),
        runs};
}

}  // namespace tenon::cli
