// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "cli/commands.h"
#include "cli/editor_schema/manifest_schema.h"
#include "cli/plugins.h"
#include "cli/printable.h"
#include "tenon/json.h"

namespace tenon::cli {
namespace {

int schema(const Arguments& arguments) {
    if (!arguments.operands().empty()) throw UsageError("takes no names or files");
    std::cout << printableJson(json::pretty(manifestSchema(openCatalog(arguments)))) << "\n";
    return kOk;
}

}  // namespace

Command schemaCommand() {
    return {"schema",
            "",
            "Prints the JSON Schema of manifests, steps included, for editors",
            {pluginsOption()},
            schema};
}

}  // namespace tenon::cli
