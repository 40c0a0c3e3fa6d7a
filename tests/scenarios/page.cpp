// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "checks.h"

namespace scenarios {
namespace {

std::vector<std::string> cellsOf(const std::string& row) {
    std::vector<std::string> cells;
    for (std::size_t at = 1, end; (end = row.find('|', at)) != std::string::npos; at = end + 1) {
        const auto cell = row.substr(at, end - at);
        const auto first = cell.find_first_not_of(' ');
        cells.push_back(first == std::string::npos
                            ? ""
                            : cell.substr(first, cell.find_last_not_of(' ') - first + 1));
    }
    return cells;
}

bool isHead(const std::vector<std::string>& cells) {
    return cells[0].rfind("---", 0) == 0 || cells[1] == "Tenon";
}

// "tests/call: DigestTest::readsChallenges": is there such a test in that folder?
bool isTest(const std::string& cell) {
    const auto colon = cell.find(": "), scope = cell.find("::");
    if (!cell.starts_with("tests/") || colon > scope || scope == std::string::npos) return false;
    const std::string suite = "CPPUNIT_TEST_SUITE(" + cell.substr(colon + 2, scope - colon - 2);
    const std::string test = "CPPUNIT_TEST(" + cell.substr(scope + 2) + ")";
    const std::filesystem::path folder = TENON_SOURCE "/" + cell.substr(0, colon);
    std::error_code none;
    for (const auto& file : std::filesystem::directory_iterator(folder, none)) {
        std::ostringstream text;
        text << std::ifstream(file.path()).rdbuf();
        if (text.str().find(suite + ")") != std::string::npos &&
            text.str().find(test) != std::string::npos)
            return true;
    }
    return false;
}

}  // namespace

// A row: | construct | runs or refused | what we chose | file: scenario |, where a test of CppUnit
// may stand for the scenario.
void checkPage(const std::vector<Scenario>& own) {
    std::ifstream page(TENON_SOURCE "/manifests/CONFORMANCE.md");
    std::string wrong;
    std::size_t rows = 0;
    for (std::string line; std::getline(page, line);) {
        if (line.rfind("|", 0) != 0) continue;
        const auto cells = cellsOf(line);
        if (cells.size() != 4) {
            wrong += "\nwanted four columns: " + line;
            continue;
        }
        if (isHead(cells)) continue;
        ++rows;
        const bool exists =
            isTest(cells[3]) || std::any_of(own.begin(), own.end(), [&](const Scenario& s) {
                const auto file = s.feature.substr(0, s.feature.rfind('.'));
                return cells[3] == file + ": " + s.name;
            });
        if (!exists) wrong += "\nthere is no scenario or test \"" + cells[3] + "\" for " + cells[0];
        if (cells[1] != "runs" && cells[1] != "refused")
            wrong += "\nwanted runs or refused: " + line;
    }
    if (rows == 0) wrong += "\nthere is no table";
    if (!wrong.empty()) throw Failed("manifests/CONFORMANCE.md:" + wrong);
}

}  // namespace scenarios
