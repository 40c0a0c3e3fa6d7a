// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "cli/commands.h"
#include "cli/new_plugin/folder.h"
#include "cli/new_plugin/names.h"
#include "cli/printable.h"

namespace tenon::cli {
namespace {

int plugin(const Arguments& arguments) {
    const auto& words = arguments.operands();
    if (words.size() != 2 || words.front() != "new") throw UsageError("say new and one name");
    const auto& name = words.back();
    if (const auto problem = new_plugin::nameProblem(name); !problem.empty())
        throw UsageError(problem);
    const auto parent = arguments.value("folder").value_or(".");
    new_plugin::writeFolder(parent, name, new_plugin::filesOf(name));
    const auto folder = parent == "." ? name : parent + "/" + name;
    std::cout << oneLine(folder + "/README.md says how to build, test, run and debug it") << "\n";
    return kOk;
}

}  // namespace

Command pluginCommand() {
    return {"plugin",
            "new NAME",
            "Writes a plugin that builds, with a test",
            {{"folder", "FOLDER", "Where its folder is made; here if it is left out", false}},
            plugin};
}

}  // namespace tenon::cli
