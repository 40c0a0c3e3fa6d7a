// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <iostream>
#include <mutex>

#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/plugins.h"
#include "cli/printable.h"
#include "cli/read_file.h"
#include "cli/sandbox_options.h"
#include "cli/secrets_file.h"
#include "cli/signals.h"
#include "tenon/json.h"

namespace tenon::cli {
namespace {

int sandbox(const Arguments& arguments) {
    if (!arguments.operands().empty()) throw UsageError("takes no names or files");
    SandboxOptions options;
    if (const auto port = arguments.value("port")) {
        const auto end = port->data() + port->size();
        const auto [at, problem] = std::from_chars(port->data(), end, options.port);
        if (problem != std::errc() || at != end)
            throw UsageError("--port wants a number from 0 to 65535, found " + *port);
    }
    stopOnSignals();
    auto catalog = openCatalog(arguments);
    std::mutex mutex;
    options.log = [&](std::string_view line) {
        const std::scoped_lock lock(mutex);
        std::cout << oneLine(line) << std::endl;
    };
    if (const auto state = arguments.value("state"))
        options.options = Object{{"stateFile", *state}};
    const auto file = arguments.value("secrets-to");
    if (file) checkSecretsFile(*file);
    const auto sandbox = startSandbox(catalog, arguments, options);
    if (file) writeSecretsFile(*file, sandbox->secrets());
    {
        const std::scoped_lock lock(mutex);
        // Made up for this one process; they open nothing else.
        std::cout << "Listening on " << sandbox->address() << "\n\n"
                  << (file ? "Secrets that it takes are in " + oneLine(*file) + " (mode 0600)."
                           : "Secrets that it takes:\n" +
                                 json::pretty(sandbox->secrets(), json::Secrets::reveal))
                  << "\n\nTry:\n"
                  << sandbox->example() << "\n\nRequests (Ctrl-C ends it):" << std::endl;
    }
    waitForStop();
    sandbox->stop();
    return kOk;
}

}  // namespace

Option sandboxFaultsOption() {
    return {"sandbox-faults", "FILE", "How the sandbox is to misbehave", false};
}

std::unique_ptr<Sandbox> startSandbox(catalog::Catalog& catalog, const Arguments& arguments,
                                      SandboxOptions options) {
    const auto names = catalog.sandboxes();
    if (names.empty()) throw Failure(kConfiguration, "tenon: no plugin brings a sandbox\n");
    if (const auto file = arguments.value("sandbox-faults"))
        options.faults = readDocument(*file).value();
    try {
        auto sandbox = catalog.sandbox(names.front()).value();
        sandbox->start(options);
        return sandbox;
    } catch (const StepError& e) {
        throw Failure(kConfiguration, "tenon: " + e.error().detail + "\n");
    }
}

Command sandboxCommand() {
    return {"sandbox",
            "",
            "Runs the local double of the platform for other clients",
            {{"port", "PORT", "Listen on this port of 127.0.0.1 (default: any free one)", false},
             {"secrets-to", "FILE", "Write the secrets that it takes there, mode 0600", false},
             {"state", "FILE", "Go on from what is kept there, and keep what changes", false},
             sandboxFaultsOption(),
             pluginsOption()},
            sandbox};
}

}  // namespace tenon::cli
