// SPDX-License-Identifier: Apache-2.0
// Plays scenarios: ours, those of the specification's kit, and what is to be said of its examples.
//   scenarios                everything that there is
//   scenarios --list         the names of its groups, one a line: a feature file is one
//   scenarios NAME...        those groups, or single scenarios of them ("FILE: NAME")
//   scenarios --in FOLDER    the feature files of a folder
#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "checks.h"
#include "phrases.h"
#include "support/skip.h"

namespace {

using scenarios::Failed;

struct Check {
    std::string name;
    std::function<void()> does;
};

std::vector<Check> checksOf(const std::vector<scenarios::Scenario>& all,
                            const std::string& prefix) {
    std::vector<Check> checks;
    for (const auto& scenario : all)
        checks.push_back({prefix + scenario.feature + ": " + scenario.name,
                          [scenario] { scenarios::play(scenario); }});
    return checks;
}

// Where the text of the specification is: it is no part of this repository.
std::string specification() {
    const char* folder = std::getenv("TENON_OWS");
    return folder ? folder : TENON_SOURCE "/../shared/ows";
}

std::vector<Check> everything() {
    const auto own = scenarios::readFolder(TENON_SOURCE "/tests/scenarios");
    auto checks = checksOf(own, "");
    checks.push_back({"the schema for editors", [own] { scenarios::checkEditorSchema(own); }});
    checks.push_back({"the page of conformance", [own] { scenarios::checkPage(own); }});
    if (!std::filesystem::is_directory(specification())) {
        const std::string why = "there is no specification in " + specification();
        checks.push_back({"the kit", [why] { throw scenarios::Skipped(why); }});
        return checks;
    }
    for (const auto& check :
         checksOf(scenarios::readFolder(specification() + "/ctk/features"), "kit/"))
        checks.push_back(check);
    checks.push_back({"the examples of the specification",
                      [] { scenarios::checkExamples(specification() + "/examples"); }});
    return checks;
}

int play(const std::vector<Check>& checks) {
    std::size_t failed = 0, skipped = 0;
    for (const auto& check : checks) {
        try {
            check.does();
            std::cout << "ok      " << check.name << std::endl;
        } catch (const scenarios::Skipped& e) {
            ++skipped;
            std::cout << "skipped " << check.name << ": " << e.what() << std::endl;
        } catch (const std::exception& e) {
            ++failed;
            std::cout << "FAILED  " << check.name << "\n" << e.what() << std::endl;
        }
    }
    std::cout << checks.size() - failed - skipped << " of " << checks.size() << " hold\n";
    return failed > 0 ? 1 : skipped == checks.size() && skipped > 0 ? support::kSkipped : 0;
}

std::string groupOf(const Check& check) { return check.name.substr(0, check.name.find(": ")); }

int named(const std::vector<Check>& all, const std::vector<std::string>& names) {
    std::vector<Check> chosen;
    for (const auto& name : names) {
        const auto before = chosen.size();
        std::copy_if(all.begin(), all.end(), std::back_inserter(chosen), [&](const Check& check) {
            return check.name == name || groupOf(check) == name;
        });
        if (chosen.size() == before) throw Failed("there is no scenario \"" + name + "\"");
    }
    return play(chosen);
}

int list(const std::vector<Check>& all) {
    std::string last;
    for (const auto& check : all)
        if (const auto group = groupOf(check); group != last) std::cout << (last = group) << "\n";
    return 0;
}

int run(const std::vector<std::string>& words) {
    if (words.size() == 2 && words[0] == "--in") {
        if (std::filesystem::is_directory(words[1]))
            return play(checksOf(scenarios::readFolder(words[1]), ""));
        std::cerr << "There are no feature files: " << words[1] << " is no folder.\n";
        return 1;
    }
    const auto all = everything();
    if (words.empty()) return play(all);
    return words[0] == "--list" ? list(all) : named(all, words);
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception& e) {
        std::cerr << e.what() << "\n";
        return 1;
    }
}
