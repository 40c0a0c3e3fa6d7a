// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/given_manifest.h"
#include "cli/plugins.h"
#include "cli/printable.h"
#include "cli/standard_streams.h"

namespace tenon::cli {
namespace {

int validate(const Arguments& arguments) {
    if (arguments.operands().empty()) throw UsageError("name at least one manifest");
    keepStandardOutput();
    auto catalog = openCatalog(arguments);
    int code = kOk;
    for (const auto& file : arguments.operands()) {
        try {
            const GivenManifest given(file, catalog, arguments, std::cerr);
            const auto& workflow = given.workflow();
            if (workflow.takesAnything())
                say("warning: " + file +
                    ": it seems to read its input, and has no input.schema: whatever is given is "
                    "taken, misspelt names too\n");
            const std::string problem =
                print(oneLine(file + ": valid (" + workflow.document().name + " " +
                              workflow.document().version + ")") +
                      "\n");
            if (!problem.empty()) throw Failure(kNoOutput, "tenon: " + problem + "\n");
        } catch (const Failure& e) {
            say(e.what());
            if (code == kOk) code = e.code();
        }
    }
    return code;
}

}  // namespace

Command validateCommand() {
    return {"validate",
            "FILE...",
            "Checks manifests without running them",
            {allowShellOption(), pluginsOption()},
            validate};
}

}  // namespace tenon::cli
