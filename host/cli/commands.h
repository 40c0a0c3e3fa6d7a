// SPDX-License-Identifier: Apache-2.0
// The commands of the program. A new one is a file and a line in app.cpp.
#pragma once

#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/exit_code.h"

namespace tenon::cli {

struct Command {
    std::string name;
    std::string operands;  // "MANIFEST", as the usage line has it
    std::string meaning;
    std::vector<Option> options;
    // May throw UsageError, Failure and StepError.
    int (*run)(const Arguments& arguments);
    // What --help says of the operands, after the options.
    void (*about)(const Arguments& arguments) = nullptr;
};

Command runCommand();
Command resumeCommand();
Command runsCommand();
Command keyCommand();
Command stepsCommand();
Command schemaCommand();
Command validateCommand();
Command graphCommand();
Command sandboxCommand();
Command evalCommand();
Command pluginCommand();

}  // namespace tenon::cli
