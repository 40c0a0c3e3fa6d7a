// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "cli/commands.h"
#include "cli/declared_input.h"
#include "cli/drive.h"
#include "cli/each_runs.h"
#include "cli/failure.h"
#include "cli/from_run.h"
#include "cli/input.h"
#include "cli/kept_run.h"
#include "cli/plugins.h"
#include "cli/printable.h"
#include "cli/sandbox_options.h"
#include "cli/signals.h"
#include "cli/standard_streams.h"
#include "cli/state_options.h"
#include "machine/system_chance.h"

namespace tenon::cli {
namespace {

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
    const bool kept = !stateFolder(arguments).empty();
    if (arguments.has("from") && !kept)
        throw UsageError("--from names a run that is kept: it goes with --state DIR");
    if (arguments.has("from")) return runFrom(arguments);
    for (const char* name : {"at", "act-again"})
        if (arguments.has(name))
            throw UsageError("--" + std::string(name) + " goes with --from RUN");
    if (arguments.operands().size() != 1) throw UsageError("name one manifest");
    for (const char* name : {"jobs", "by", "failed"})
        if (arguments.has(name) && !arguments.has("each"))
            throw UsageError("--" + std::string(name) + " goes with --each FILE");
    if (!kept && arguments.has("run-id") && !arguments.has("each"))
        throw UsageError("--run-id names a run that is kept: it goes with --state DIR");
    stopOnSignals();
    keepStandardOutput();
    auto catalog = openCatalog(arguments);
    GivenManifest given(arguments.operands().front(), catalog, arguments, std::cerr);
    if (arguments.has("each")) return each::runEach(arguments, catalog, given);
    Drive drive(arguments, catalog, given);
    const DeclaredInput declared(given.workflow(), given.path());
    const auto input = readInput(arguments.values("input"), declared);
    if (kept) return runKept(arguments, catalog, given, drive, input);
    return drive.run(machine::SystemChance().uuid(), input, nullptr);
}

std::vector<Option> options() {
    std::vector<Option> own{
        {"input", "FILE|NAME=VALUE", "Input: a YAML or JSON file, - for standard input", true},
        {"sandbox", "", "Run against the plugin's local double of the platform", false},
        sandboxFaultsOption()};
    const auto driving = drivingOptions();
    own.insert(own.begin() + 1, driving.begin(), driving.begin() + 4);
    own.insert(own.end(), driving.begin() + 4, driving.end());
    own.push_back({"run-id", "ID", "The run's name, with --state; the same again goes on", false});
    for (const auto& more : {fromOptions(), each::options()})
        own.insert(own.end(), more.begin(), more.end());
    return withStateOptions(std::move(own));
}

}  // namespace

Command runCommand() {
    return {"run",     "MANIFEST", "Runs a manifest and prints its output as JSON",
            options(), run,        about};
}

}  // namespace tenon::cli
