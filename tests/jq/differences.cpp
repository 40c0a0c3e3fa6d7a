// SPDX-License-Identifier: Apache-2.0
#include "jq/differences.h"

#include <fstream>
#include <stdexcept>

namespace jq_tests {

Differences readDifferences(const std::string& path) {
    Differences out;
    std::ifstream in(path);
    if (!in) throw std::runtime_error(path + " cannot be read");
    std::string line;
    for (int count = 1; std::getline(in, line); ++count) {
        if (line.empty() || line.front() == '#') continue;
        const auto blank = line.find(' ');
        const auto reason = blank == line.npos ? blank : line.find_first_not_of(' ', blank);
        if (reason == line.npos || line.find(':') > blank ||
            !out.emplace(line.substr(0, blank), line.substr(reason)).second)
            throw std::runtime_error(path + ":" + std::to_string(count) +
                                     ": wanted FILE:HASH and a reason, each case once");
    }
    return out;
}

}  // namespace jq_tests
