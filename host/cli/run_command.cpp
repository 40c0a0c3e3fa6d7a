// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <charconv>
#include <iostream>

#include "cli/commands.h"
#include "cli/declared_input.h"
#include "cli/delivery.h"
#include "cli/events.h"
#include "cli/failure.h"
#include "cli/given_manifest.h"
#include "cli/input.h"
#include "cli/last_words.h"
#include "cli/plugins.h"
#include "cli/printable.h"
#include "cli/progress.h"
#include "cli/read_file.h"
#include "cli/sandbox_options.h"
#include "cli/secret_care.h"
#include "cli/signals.h"
#include "cli/standard_streams.h"
#include "machine/process_shell.h"
#include "machine/system_chance.h"
#include "machine/system_clock.h"
#include "manifest/texts.h"
#include "net/client.h"
#include "secrets/secret_store.h"
#include "world/observers.h"
#include "world/redactor.h"

namespace tenon::cli {
namespace {

net::ClientOptions clientOptions(const Arguments& arguments, const world::PlainHttp& plainHttp) {
    net::ClientOptions options;
    options.plainHttp = plainHttp;
    if (const auto file = arguments.value("ca-file")) {
        readPlainFile(*file);  // said before anything is run
        options.caFile = *file;
    }
    for (const auto& text : arguments.values("resolve")) {
        auto rule = net::parseResolve(text);
        if (!rule) throw UsageError("--resolve: " + rule.error().detail);
        options.resolve.push_back(std::move(rule).value());
    }
    return options;
}

std::chrono::seconds requestTimeout(const Arguments& arguments) {
    const std::string text = arguments.value("request-timeout").value_or("120");
    int seconds = 0;
    const auto end = text.data() + text.size();
    const auto [at, problem] = std::from_chars(text.data(), end, seconds);
    if (problem != std::errc() || at != end || seconds < 1)
        throw UsageError("--request-timeout wants whole seconds from 1, found " + text);
    return std::chrono::seconds(seconds);
}

secrets::SecretStore openSecrets(const Arguments& arguments) {
    secrets::SecretStore store(environ);
    if (const auto file = arguments.value("secrets")) {
        if (const auto problem = store.readFile(*file, manifest::readTexts, readable)) {
            const ExitCode code = problem->kind == ErrorKind::cancelled    ? kCancelled
                                  : problem->title == "permissions"        ? kPermissions
                                  : problem->kind == ErrorKind::validation ? kBadInput
                                                                           : kUnreadable;
            throw Failure(code, problem->title == "faults" ? problem->detail
                                                           : "tenon: " + problem->detail + "\n");
        }
    }
    return store;
}

std::unique_ptr<EventLog> openEvents(const Arguments& arguments, const std::string& runId,
                                     const world::Redactor& redactor) {
    const auto path = arguments.value("events");
    return path ? std::make_unique<EventLog>(*path, runId, redactor) : nullptr;
}

// What the manifest takes.
void about(const Arguments& arguments) {
    if (arguments.operands().size() != 1) return;
    auto catalog = openCatalog(arguments);
    const GivenManifest given(arguments.operands().front(), catalog, arguments, std::cerr);
    const auto& workflow = given.workflow();
    const auto table = DeclaredInput(workflow, arguments.operands().front()).table();
    std::cout << "\n"
              << oneLine("Inputs of " + workflow.document().name + " " +
                         workflow.document().version + ":")
              << "\n"
              << table << "\nSecrets:\n";
    if (workflow.secrets().empty()) std::cout << "  none\n";
    for (const auto& name : workflow.secrets()) std::cout << "  " << oneLine(name) << "\n";
}

int run(const Arguments& arguments) {
    if (arguments.operands().size() != 1) throw UsageError("name one manifest");
    const auto stop = stopOnSignals();
    keepStandardOutput();
    auto catalog = openCatalog(arguments);
    GivenManifest given(arguments.operands().front(), catalog, arguments, std::cerr);
    const auto& workflow = given.workflow();
    if (!arguments.has("allow-core-dump")) forbidCoreDumps();
    auto secrets = openSecrets(arguments);
    warnOfShortSecrets(workflow.secrets(), secrets, std::cerr);
    const world::PlainHttp plainHttp(arguments.values("allow-plain-http"));
    net::HttpClient http(clientOptions(arguments, plainHttp));
    machine::SystemChance chance;
    const DeclaredInput declared(workflow, arguments.operands().front());
    run::RunOptions options{.id = chance.uuid(),
                            .input = readInput(arguments.values("input"), declared),
                            .limits = {.stop = stop},
                            .requestTimeout = requestTimeout(arguments),
                            .plainHttp = plainHttp};
    run::Acts acts;
    options.acts = &acts;
    world::Redactor redactor;
    Delivery delivery(arguments, redactor, acts);
    std::unique_ptr<Sandbox> sandbox;
    if (arguments.has("sandbox") || arguments.has("sandbox-faults")) {
        sandbox = startSandbox(catalog, arguments, {});
        secrets.give(sandbox->secrets());
    }
    machine::SystemClock clock;
    const auto events = openEvents(arguments, options.id, redactor);
    std::ostream nowhere(nullptr);
    Progress progress(arguments.value("events") == "-" ? nowhere : std::cerr);
    std::vector<world::Observer*> watching{&progress};
    if (events) watching.push_back(&events->observer());
    world::Observers observers(watching);
    machine::ProcessShell shell;
    LastWords lastWords(redactor, delivery.kept());
    std::vector<world::ActWatch*> hearing{&lastWords};
    if (auto* keeping = delivery.watch()) hearing.insert(hearing.begin(), keeping);
    world::NoJournal forgetful;
    world::WatchedJournal journal(forgetful, hearing);
    world::World world{{http, catalog, clock, chance, &shell},
                       secrets,
                       journal,
                       observers,
                       redactor,
                       &given.files()};
    const auto result = workflow.run(world, options);
    if (result) return delivery.completed(result.value());
    say(explain(redactor.error(result.error())));
    const auto code = delivery.faulted(result.error());
    return code == kFaulted && run::Workflow::refusedInput(result.error()) ? kBadInput : code;
}

}  // namespace

Command runCommand() {
    return {"run",
            "MANIFEST",
            "Runs a manifest and prints its output as JSON",
            {{"input", "FILE|NAME=VALUE", "Input: a YAML or JSON file, - for standard input", true},
             {"secrets", "FILE", "Secrets by name, YAML or JSON, mode 0600", false},
             {"output", "FILE", "Write the whole output, secrets included, to a new file", false},
             eventsOption(),
             {"show-secrets", "", "Print secrets in the output, too", false},
             {"sandbox", "", "Run against the plugin's local double of the platform", false},
             sandboxFaultsOption(),
             {"request-timeout", "SECONDS", "Give up a request after this (default: 120)", false},
             {"ca-file", "FILE", "Trust the certificates in this PEM file, and no others", false},
             {"resolve", "HOST:PORT:ADDRESS", "Connect to ADDRESS for HOST:PORT", true},
             {"allow-plain-http", "HOST", "Send secrets to HOST over http, unencrypted", true},
             allowShellOption(),
             {"allow-core-dump", "", "Let a crash leave the memory, secrets included", false},
             pluginsOption()},
            run,
            about};
}

}  // namespace tenon::cli
