// SPDX-License-Identifier: Apache-2.0
#include "cli/drive.h"

#include <filesystem>
#include <iostream>
#include <optional>

#include "cli/events.h"
#include "cli/last_words.h"
#include "cli/plugins.h"
#include "cli/printable.h"
#include "cli/progress.h"
#include "cli/sandbox_options.h"
#include "cli/signals.h"
#include "cli/state_options.h"
#include "runs/life.h"
#include "world/observers.h"

namespace tenon::cli {
namespace {

std::unique_ptr<EventLog> openEvents(const Arguments& arguments, const std::string& runId,
                                     const world::Redactor& redactor) {
    const auto path = arguments.value("events");
    return path ? std::make_unique<EventLog>(*path, runId, redactor) : nullptr;
}

}  // namespace

std::vector<Option> drivingOptions() {
    return {{"secrets", "FILE", "Secrets by name, YAML or JSON, mode 0600", false},
            {"output", "FILE", "Write the whole output, secrets included, to a new file", false},
            eventsOption(),
            {"show-secrets", "", "Print secrets in the output, too", false},
            {"request-timeout", "SECONDS", "Give up a request after this (default: 120)", false},
            {"ca-file", "FILE", "Trust the certificates in this PEM file, and no others", false},
            {"resolve", "HOST:PORT:ADDRESS", "Connect to ADDRESS for HOST:PORT", true},
            {"allow-plain-http", "HOST", "Send secrets to HOST over http, unencrypted", true},
            allowShellOption(),
            {"allow-core-dump", "", "Let a crash leave the memory, secrets included", false},
            pluginsOption()};
}

Arguments::Given pinnedOptions(const Arguments& arguments) {
    Arguments::Given out;
    for (const auto& [name, value] : arguments.given()) {
        if (name == "secrets" || name == "ca-file" || name == "plugins")
            out.emplace_back(name, std::filesystem::absolute(value).string());
        else if (name == "request-timeout" || name == "resolve" || name == "allow-plain-http" ||
                 name == "allow-shell")
            out.emplace_back(name, value);
    }
    return out;
}

Drive::Drive(const Arguments& arguments, catalog::Catalog& catalog, GivenManifest& given)
    : arguments_(arguments),
      catalog_(catalog),
      given_(given),
      means_(arguments, given),
      delivery_(arguments, redactor_) {}

std::string Drive::keptWhere(const world::RunJournal* kept) const {
    if (kept)
        return "  It is kept, with its secrets; go on with: " +
               howToResume(arguments_, kept->id()) + "\n";
    if (!delivery_.kept().empty())
        return "  The same with its secrets is in " + delivery_.kept() + "\n";
    return "  Secrets in it are masked, and were kept nowhere: --output FILE keeps them.\n";
}

int Drive::run(const std::string& id, const Value& input, world::RunJournal* kept) {
    auto options = means_.options();
    options.id = id;
    options.input = input;
    (kept ? options.rest : options.limits.stop) = stopOnSignals();
    std::optional<runs::CancelListener> cancelled;
    if (kept) {
        options.key = kept->key();
        options.limits.stop = cancelled.emplace(*kept).stop();
    }
    std::unique_ptr<Sandbox> sandbox;
    if (arguments_.has("sandbox") || arguments_.has("sandbox-faults")) {
        sandbox = startSandbox(catalog_, arguments_, {});
        means_.secrets.give(sandbox->secrets());
    }
    const auto events = openEvents(arguments_, id, redactor_);
    std::ostream nowhere(nullptr);
    Progress progress(arguments_.value("events") == "-" ? nowhere : std::cerr, redactor_);
    std::vector<world::Observer*> watching{&progress};
    if (events) watching.push_back(&events->observer());
    world::Observers observers(watching);
    LastWords lastWords(redactor_, keptWhere(kept));
    std::vector<world::ActWatch*> hearing{&lastWords};
    if (auto* keeping = delivery_.watch()) hearing.insert(hearing.begin(), keeping);
    world::NoJournal forgetful;
    world::WatchedJournal journal(kept ? static_cast<world::Journal&>(*kept) : forgetful, hearing);
    world::World world{means_.process(catalog_), means_.secrets, journal, observers, redactor_,
                       &given_.files()};
    const auto life = runs::live(given_.workflow(), world, std::move(options), kept);
    if (life.outcome) return tell(*life.outcome, life.acts);
    delivery_.later();
    const bool rests = life.left->title == "rest";
    say((rests ? life.left->detail + "\n" : explain(redactor_.error(*life.left))) +
        "  Go on with: " + howToResume(arguments_, id) + "\n");
    return rests ? kCancelled : kNotKept;
}

int Drive::tellAgain(world::State& state, const world::NewRun& run, const runs::Begun& begun) {
    auto outcome = begun.ended->result;
    const auto unread =
        runs::learn(redactor_, state, run, given_.workflow().secrets(), means_.secrets);
    if (unread && !outcome) {
        auto error = outcome.error();
        error.detail =
            "What the run said may hold secrets that cannot be read now: " + unread->detail;
        outcome = std::move(error);
    }
    return tell(outcome, begun.acts);
}

int Drive::tell(const Result<Value>& outcome, const Delivery::Acts& acts) {
    if (outcome) return delivery_.completed(outcome.value(), acts);
    say(explain(redactor_.error(outcome.error())));
    return delivery_.faulted(outcome.error(), acts);
}

}  // namespace tenon::cli
