// SPDX-License-Identifier: Apache-2.0
#include "cli/kept_run.h"

#include "cli/failure.h"
#include "cli/got.h"
#include "cli/plugins.h"
#include "cli/printable.h"
#include "cli/state_options.h"
#include "machine/system_chance.h"
#include "machine/system_clock.h"
#include "runs/begin.h"

namespace tenon::cli {
namespace {

using world::NewRun;

Failure refused(ExitCode code, const std::string& text) {
    return Failure(code, "tenon: " + text + "\n");
}
std::string madeName(const GivenManifest& given, machine::SystemChance& chance) {
    return given.workflow().document().name.substr(0, 48) + "-" + chance.uuid().substr(0, 8);
}

}  // namespace

void refuseSandbox(const Arguments& arguments) {
    if (arguments.has("sandbox") || arguments.has("sandbox-faults"))
        throw UsageError(
            "--sandbox ends with this process, and a run that is kept may outlive it; start one "
            "of its own: tenon sandbox --secrets-to FILE, and give that with --secrets FILE");
}

void checkKey(const Arguments& arguments, const GivenManifest& given) {
    if (hasKey(arguments) || !given.manifests().secretive()) return;
    throw refused(kConfiguration,
                  "what a run of " + given.path() +
                      " records may hold secrets, and is kept under a key only. Make one, once: "
                      "tenon key new FILE; then say --key FILE");
}

NewRun newRun(const Arguments& arguments, const GivenManifest& given, const Value& input) {
    machine::SystemChance chance;
    auto pins = given.manifests().pins();
    pins.options = pinnedOptions(arguments);
    return {.id = arguments.value("run-id").value_or(madeName(given, chance)),
            .manifestPath = given.path() == "-" ? "<stdin>" : given.path(),
            .document = given.workflow().document(),
            .manifestText = given.text(),
            .pins = runs::toValue(pins),
            .input = input,
            .begun = machine::SystemClock().wall()};
}

int runKept(const Arguments& arguments, const catalog::Catalog& catalog, GivenManifest& given,
            Drive& drive, const Value& input) {
    refuseSandbox(arguments);
    checkKey(arguments, given);
    const auto state = openRuns(arguments);
    return beginKept(arguments, *state, catalog, drive, newRun(arguments, given, input));
}

int beginKept(const Arguments& arguments, world::State& state, const catalog::Catalog& catalog,
              Drive& drive, const NewRun& run) {
    const auto begun = got(runs::begin(state, run, catalog));
    if (begun.ended) {
        say("run " + run.id + " has ended before; nothing is done again\n");
        return drive.tellAgain(state, run, begun);
    }
    say("run " + run.id +
        (begun.journal->resumed() ? ", gone on with\n"
                                  : ", kept in " + stateFolder(arguments) + "\n"));
    return drive.run(run.id, begun.journal->input(), begun.journal.get());
}

int resumeKept(const Arguments& arguments, world::State& state, const std::string& id) {
    const auto run = got(state.given(id));
    const auto pins = got(runs::pinsOf(run.pins));
    const auto all = arguments.after(pins.options);
    auto catalog = openCatalog(all);
    if (const auto gone = runs::stepGone(pins, catalog))
        throw refused(kConfiguration, gone->detail);
    GivenManifest given(run, pins, catalog, all);
    Drive drive(all, catalog, given);
    const auto kept = got(state.resume(id));
    say("run " + id + ", gone on with\n");
    return drive.run(id, kept->input(), kept.get());
}

}  // namespace tenon::cli
