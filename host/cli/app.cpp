// SPDX-License-Identifier: Apache-2.0
#include "cli/app.h"

#include <algorithm>
#include <iostream>

#include "cli/commands.h"
#include "cli/failure.h"
#include "manifest/suggest.h"
#include "tenon/error.h"
#include "tenon/version.h"

namespace tenon::cli {
namespace {

std::vector<Command> commands() {
    return {runCommand(), validateCommand(), stepsCommand(), sandboxCommand()};
}

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size() + 2, width), ' ');
    return text;
}

std::string overview() {
    std::string out =
        "tenon " TENON_VERSION ": runs workflow manifests with steps from plugins\n\n";
    for (const auto& command : commands())
        out +=
            "  tenon " + padded(command.name + " " + command.operands, 24) + command.meaning + "\n";
    return out + "\ntenon COMMAND --help says more.\n";
}

std::string help(const Command& command) {
    std::string out =
        "tenon " + command.name + " " + command.operands + "\n  " + command.meaning + "\n\n";
    for (const auto& option : command.options)
        out += "  " +
               padded(option.name + (option.argument.empty() ? "" : " ") + option.argument, 34) +
               option.meaning + "\n";
    return out;
}

int dispatch(const std::vector<std::string>& words) {
    const std::string name = words.empty() ? "--help" : words.front();
    if (name == "--version") {
        std::cout << "tenon " TENON_VERSION "\n";
        return kOk;
    }
    if (name == "--help" || name == "-h" || name == "help") {
        std::cout << overview();
        return words.empty() ? kUsage : kOk;
    }
    std::vector<std::string> names;
    for (const auto& command : commands()) {
        names.push_back(command.name);
        if (command.name != name) continue;
        const std::vector<std::string> rest(words.begin() + 1, words.end());
        if (std::find(rest.begin(), rest.end(), "--help") != rest.end()) {
            std::cout << help(command);
            return kOk;
        }
        try {
            return command.run(Arguments(rest, command.options));
        } catch (const UsageError& e) {
            std::cerr << "tenon " << name << ": " << e.what() << "\nUsage: tenon " << name << " "
                      << command.operands << " [OPTIONS]; tenon " << name << " --help lists them\n";
            return kUsage;
        }
    }
    std::cerr << "tenon: there is no command " << name << manifest::didYouMean(name, names) << "\n";
    return kUsage;
}

}  // namespace

int app(const std::vector<std::string>& words) {
    try {
        return dispatch(words);
    } catch (const Failure& e) {
        std::cerr << e.what();
        return e.code();
    } catch (const StepError& e) {
        std::cerr << "tenon: " << e.error().detail << "\n";
        return kConfiguration;
    } catch (const std::exception& e) {
        std::cerr << "tenon: something went wrong inside: " << e.what() << "\n";
        return kInternal;
    }
}

}  // namespace tenon::cli
