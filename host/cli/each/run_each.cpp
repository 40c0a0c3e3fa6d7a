// SPDX-License-Identifier: Apache-2.0
#include "cli/each_runs.h"

#include <charconv>
#include <filesystem>
#include <iostream>
#include <mutex>

#include "cli/declared_input.h"
#include "cli/each/inputs.h"
#include "cli/each/report.h"
#include "cli/each/results.h"
#include "cli/end_code.h"
#include "cli/failure.h"
#include "cli/kept_run.h"
#include "cli/means.h"
#include "cli/printable.h"
#include "cli/sandbox_options.h"
#include "cli/signals.h"
#include "cli/standard_streams.h"
#include "cli/state_options.h"
#include "events/event_file.h"
#include "events/lifecycle.h"
#include "runs/each.h"
#include "tenon/json.h"
#include "world/problem.h"

namespace tenon::cli::each {
namespace {

using runs::EachEnd;
using runs::EachLine;

std::size_t jobsOf(const Arguments& arguments) {
    const std::string text = arguments.value("jobs").value_or("8");
    std::size_t jobs = 0;
    const auto end = text.data() + text.size();
    const auto [at, problem] = std::from_chars(text.data(), end, jobs);
    if (problem != std::errc() || at != end || jobs < 1 || jobs > 512)
        throw UsageError("--jobs wants a number from 1 to 512, found " + text);
    return jobs;
}

std::optional<std::string> failedFileOf(const Arguments& arguments) {
    return arguments.value("failed").value_or(*arguments.value("each") + ".failed");
}

// Each of them is written, or read while others are written.
void checkFiles(const Arguments& arguments) {
    std::vector<std::pair<std::string, std::filesystem::path>> seen;
    for (const char* name : {"each", "failed", "output", "events"}) {
        const auto given =
            std::string_view(name) == "failed" ? failedFileOf(arguments) : arguments.value(name);
        if (!given) continue;
        std::error_code none;
        const auto path = std::filesystem::weakly_canonical(*given, none);
        for (const auto& [other, where] : seen)
            if (where == path)
                throw UsageError("--" + std::string(name) + " and --" + other +
                                 " name the same file, " + *given);
        seen.emplace_back(name, path);
    }
}

void checkBase(const Arguments& arguments) {
    const auto base = arguments.value("run-id");
    if (base && !mayBegin(*base))
        throw UsageError(
            "--run-id begins the names of the runs: with --each it is 1 to 20 of the characters "
            "A-Z, a-z, 0-9, \".\", \"_\" and \"-\"");
}

ExitCode codeOf(const EachEnd& end) {
    const auto& life = end.life;
    if (end.refused) return kConfiguration;
    if (!life.outcome) return life.left->title == "rest" ? kCancelled : kNotKept;
    return cli::codeOf(*life.outcome, life.acts);
}

const Error* errorOf(const runs::Life& life) {
    if (life.left) return &*life.left;
    return life.outcome && !*life.outcome ? &life.outcome->error() : nullptr;
}

// A line of the result file: secrets as they are.
std::string resultLine(const EachLine& line, const EachEnd& end, ExitCode code) {
    Object out{{"key", line.key}, {"run", line.id}, {"exit", static_cast<std::int64_t>(code)}};
    if (const auto* error = errorOf(end.life)) {
        out.set("error", world::problemOf(*error));
    } else {
        out.set("output", end.life.outcome->value());
    }
    Array made;
    for (const auto& act : end.life.acts)
        if (code != kOk)
            made.emplace_back(Object{{"task", act.position},
                                     {"action", act.action},
                                     {"outcome", act.done == Done::yes ? "done" : "unknown"},
                                     {"gave", act.gave}});
    if (!made.empty()) out.set("acts", std::move(made));
    return json::write(out, json::Secrets::reveal);
}

// What the options name beside the inputs and the manifest.
struct Setting {
    std::unique_ptr<world::State> state;
    std::string failedFile;
    std::string outputFile;
};

Setting settingOf(const Arguments& arguments, const GivenManifest& given) {
    Setting out;
    out.failedFile = *failedFileOf(arguments);
    out.outputFile = arguments.value("output").value_or("");
    if (stateFolder(arguments).empty()) return out;
    refuseSandbox(arguments);
    checkKey(arguments, given);
    out.state = openRuns(arguments);
    return out;
}

std::unique_ptr<events::EventFile> eventsOf(const Arguments& arguments) {
    const auto path = arguments.value("events");
    if (!path) return nullptr;
    if (*path == "-") throw UsageError("--events - does not go with --each; name a file");
    try {
        return std::make_unique<events::EventFile>(*path);
    } catch (const StepError& e) {
        throw Failure(kNoOutput, "tenon: " + e.error().detail + "\n");
    }
}

std::unique_ptr<Sandbox> sandboxOf(const Arguments& arguments, catalog::Catalog& catalog,
                                   Means& means) {
    if (!arguments.has("sandbox") && !arguments.has("sandbox-faults")) return nullptr;
    auto sandbox = startSandbox(catalog, arguments, {});
    means.secrets.give(sandbox->secrets());
    return sandbox;
}

class Batch {
  public:
    Batch(const Arguments& arguments, catalog::Catalog& catalog, GivenManifest& given)
        : declared_(given.workflow(), given.path()),
          means_(arguments, given),
          inputs_(*arguments.value("each"),
                  {arguments.value("run-id").value_or(given.workflow().document().name),
                   arguments.value("by")},
                  declared_),
          setting_(settingOf(arguments, given)),
          events_(eventsOf(arguments)),
          sandbox_(sandboxOf(arguments, catalog, means_)),
          results_(setting_.outputFile, setting_.state != nullptr),
          failed_(setting_.failedFile, true),
          report_(std::cerr, inputs_.count()),
          each_{
              .workflow = given.workflow(),
              .process = means_.process(catalog),
              .secrets = means_.secrets,
              .files = given.files(),
              .jobs = jobsOf(arguments),
              .pattern = means_.options(),
              .state = setting_.state.get(),
              .kept = newRun(arguments, given, Value()),
              .stop = stopOnSignals(),
              .next = [this] { return inputs_.next(); },
              .began = [this](const EachLine&) { report_.began(); },
              .ended = [this](const EachLine& line, const EachEnd& end) { ended(line, end); },
              .observer = [this](const std::string& id,
                                 const world::Redactor& redactor) { return told(id, redactor); }} {
        failed_.add(inputs_.head());
    }

    int run() {
        each_.run();
        const bool any = report_.failed() > 0 || report_.code() == kOutcomeUnknown;
        if (!any) failed_.drop();
        report_.finish(any ? setting_.failedFile : "", setting_.state != nullptr);
        print(report_.json());
        return lost_ ? kNotKept : report_.code();
    }

  private:
    std::unique_ptr<world::Observer> told(const std::string& id, const world::Redactor& redactor) {
        if (!events_) return nullptr;
        return std::make_unique<events::Lifecycle>(id, redactor, [this](const std::string& line) {
            const std::scoped_lock lock(eventsMutex_);
            if (const auto problem = events_->add(line); !problem.empty())
                say("warning: " + problem + "\n");
        });
    }
    void ended(const EachLine& line, const EachEnd& end) {
        const auto code = codeOf(end);
        // What a run without a record has done is told of: it may not be done again unseen.
        const bool open = end.life.left
                              ? code == kCancelled
                              : code == kCancelled && !setting_.state && end.life.acts.empty();
        const auto* error = errorOf(end.life);
        lost_ = lost_ || code == kNotKept;
        report_.ended({.key = line.key,
                       .code = code,
                       .detail = !error         ? ""
                                 : end.redactor ? end.redactor->text(world::headline(*error))
                                                : "what it said may hold secrets that cannot be "
                                                  "read now; name them, or see --output",
                       .before = end.before,
                       .open = open});
        if (code != kOk && !open) failed_.add(line.text);
        if (!open) results_.add(resultLine(line, end, code));
    }

    const DeclaredInput declared_;
    Means means_;
    Inputs inputs_;
    const Setting setting_;
    std::unique_ptr<events::EventFile> events_;
    std::mutex eventsMutex_;
    std::unique_ptr<Sandbox> sandbox_;
    Results results_, failed_;
    Report report_;
    bool lost_ = false;
    runs::Each each_;
};

}  // namespace

std::vector<Option> options() {
    return {{"each", "FILE", "A run for each input: JSON, one a line, or .csv with a head", false},
            {"jobs", "N", "So many of them at once (default: 8)", false},
            {"by", "NAME", "The member of an input that names its run", false},
            {"failed", "FILE", "Write the inputs that failed there (default: FILE.failed)", false}};
}

int runEach(const Arguments& arguments, catalog::Catalog& catalog, GivenManifest& given) {
    for (const char* name : {"input", "show-secrets"})
        if (arguments.has(name))
            throw UsageError("--" + std::string(name) + " does not go with --each");
    jobsOf(arguments);
    checkBase(arguments);
    checkFiles(arguments);
    return Batch(arguments, catalog, given).run();
}

}  // namespace tenon::cli::each
