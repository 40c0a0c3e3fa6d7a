// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/plugins.h"
#include "cli/printable.h"
#include "cli/read_file.h"
#include "graph/mermaid.h"
#include "run/workflow/workflow.h"

namespace tenon::cli {
namespace {

int graph(const Arguments& arguments) {
    if (arguments.operands().size() != 1) throw UsageError("name one manifest");
    const auto& file = arguments.operands().front();
    auto catalog = openCatalog(arguments);
    const auto root = readDocument(file);
    manifest::Faults faults, warnings;
    if (!run::Workflow::load(root, catalog, faults, warnings))
        throw Failure(kBadInput, faults.text(file));
    std::cout << printable(graph::mermaid(root));
    return kOk;
}

}  // namespace

Command graphCommand() {
    return {"graph", "FILE", "Draws a manifest as a Mermaid flowchart", {pluginsOption()}, graph};
}

}  // namespace tenon::cli
