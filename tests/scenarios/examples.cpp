// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "catalog/catalog.h"
#include "checks.h"
#include "manifest/yaml.h"
#include "run/workflow/workflow.h"

namespace scenarios {
namespace {

std::string whole(const std::filesystem::path& file) {
    std::ostringstream out;
    out << std::ifstream(file).rdbuf();
    return out.str();
}

// "runs", or why not: each reason once.
std::string verdict(const std::string& text, tenon::world::Steps& steps) {
    tenon::manifest::Faults faults, warnings;
    const auto root = tenon::manifest::readYaml(text, faults);
    const bool loaded =
        root && tenon::run::Workflow::load(*root, steps, faults, warnings).has_value();
    if (loaded != faults.empty()) return "HALF ACCEPTED";
    if (loaded) return "runs";
    std::vector<std::string> reasons;
    for (const auto& fault : faults.all())
        if (std::find(reasons.begin(), reasons.end(), fault.text) == reasons.end())
            reasons.push_back(fault.text);
    std::string out = "refused";
    for (const auto& reason : reasons) out += "\n  " + reason;
    return out;
}

}  // namespace

void checkExamples(const std::string& folder) {
    tenon::catalog::Catalog none({});
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::string table;
    for (const auto& file : files)
        table += file.filename().string() + ": " + verdict(whole(file), none) + "\n";
    std::cout << table;
    if (table != whole(TENON_SOURCE "/tests/scenarios/examples.txt"))
        throw Failed("tests/scenarios/examples.txt says otherwise");
}

}  // namespace scenarios
