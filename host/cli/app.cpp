// SPDX-License-Identifier: Apache-2.0
#include "cli/app.h"

#include <Poco/Util/HelpFormatter.h>

#include <algorithm>
#include <iostream>

#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/printable.h"
#include "cli/standard_streams.h"
#include "tenon/error.h"
#include "tenon/version.h"
#include "text/suggest.h"

namespace tenon::cli {
namespace {

std::vector<Command> commands() {
    return {runCommand(),      resumeCommand(),  runsCommand(),  keyCommand(),
            validateCommand(), graphCommand(),   evalCommand(),  stepsCommand(),
            schemaCommand(),   sandboxCommand(), pluginCommand()};
}

std::string overview() {
    std::string out =
        "tenon " TENON_VERSION ": runs workflow manifests with steps from plugins\n\n";
    for (const auto& command : commands())
        out += "  tenon " + padded(command.name + " " + command.operands + "  ", 24) +
               command.meaning + "\n";
    return out + "\ntenon COMMAND --help says more.\n";
}

std::string usage(const Command& command) {
    return command.name + (command.operands.empty() ? "" : " " + command.operands) + " [OPTIONS]";
}

void help(const Command& command) {
    const auto options = optionSet(command.options);
    Poco::Util::HelpFormatter formatter(options);
    formatter.setUnixStyle(true);
    formatter.setAutoIndent();
    formatter.setCommand("tenon");
    formatter.setUsage(usage(command));
    formatter.setHeader(command.meaning + ".");
    formatter.format(std::cout);
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
        try {
            const Arguments arguments(rest, command.options);
            if (!arguments.has("help")) return command.run(arguments);
            help(command);
            if (command.about) command.about(arguments);
            return kOk;
        } catch (const UsageError& e) {
            say("tenon " + name + ": " + e.what() + "\nUsage: tenon " + usage(command) +
                "; tenon " + name + " --help lists them\n");
            return kUsage;
        }
    }
    say("tenon: there is no command " + name + text::didYouMean(name, names) + "\n");
    return kUsage;
}

}  // namespace

int app(const std::vector<std::string>& words) {
    holdStandardStreams();
    try {
        const int code = dispatch(words);
        const std::string problem = code == kOk ? print("") : "";
        if (problem.empty()) return code;
        say("tenon: " + problem + "\n");
        return kNoOutput;
    } catch (const Failure& e) {
        say(e.what());
        return e.code();
    } catch (const StepError& e) {
        say("tenon: " + e.error().detail + "\n");
        return kConfiguration;
    } catch (const std::exception& e) {
        say(std::string("tenon: something went wrong inside: ") + e.what() + "\n");
        return kInternal;
    }
}

}  // namespace tenon::cli
