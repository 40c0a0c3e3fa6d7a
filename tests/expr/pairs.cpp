// SPDX-License-Identifier: Apache-2.0
#include "expr/pairs.h"

#include <fstream>
#include <stdexcept>
#include <utility>

#include "expr/grammar.h"

namespace support {

std::vector<Pair> readPairs(const std::string& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file);
    std::vector<Pair> out;
    std::string data, differs;
    for (std::string line; std::getline(in, line);) {
        const auto after = [&](std::string_view word) {
            return line.starts_with(word) ? line.substr(word.size()) : std::string();
        };
        if (line.empty() || line.starts_with("# ")) continue;
        if (auto found = after("data "); !found.empty()) {
            data = found;
        } else if (found = after("differs "); !found.empty()) {
            differs = found;
        } else {
            out.push_back({line, data, std::exchange(differs, "")});
        }
    }
    return out;
}

std::vector<Pair> makePairs(unsigned seed, std::size_t count) {
    Grammar grammar(seed);
    std::vector<Pair> out;
    while (out.size() < count) {
        std::string expression = grammar.program();
        out.push_back({std::move(expression), grammar.data(), ""});
    }
    return out;
}

}  // namespace support
