// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fstream>

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

}  // namespace

// A row: | construct | runs, refused or not yet | what we chose | file: scenario |
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
        if (cells[1] == "not yet" && cells[3].empty()) continue;
        const bool exists = std::any_of(own.begin(), own.end(), [&](const Scenario& s) {
            const auto file = s.feature.substr(0, s.feature.rfind('.'));
            return cells[3] == file + ": " + s.name;
        });
        if (!exists) wrong += "\nthere is no scenario \"" + cells[3] + "\" for " + cells[0];
        if (cells[1] != "runs" && cells[1] != "refused")
            wrong += "\nwanted runs, refused or not yet: " + line;
    }
    if (rows == 0) wrong += "\nthere is no table";
    if (!wrong.empty()) throw Failed("manifests/CONFORMANCE.md:" + wrong);
}

}  // namespace scenarios
