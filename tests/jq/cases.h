// SPDX-License-Identifier: Apache-2.0
// Files of tests as the jq program has them: a program, its input, and what comes out, a line each,
// with a blank line or a comment behind; after a line %%FAIL, a program that must not compile.
#pragma once

#include <string>
#include <vector>

namespace jq_tests {

struct Case {
    std::string file;  // its name
    std::size_t line;  // of the program
    std::string program, input;
    std::vector<std::string> outputs;
    bool fails = false;  // when it is compiled

    // What a list calls it, wherever in the file it stands: "jq.test:0123abcd".
    [[nodiscard]] std::string name() const;
};

std::vector<Case> casesIn(const std::string& path);

}  // namespace jq_tests
