// SPDX-License-Identifier: Apache-2.0
// Expressions with the data that they are asked of.
#pragma once

#include <string>
#include <vector>

namespace support {

struct Pair {
    std::string expression;
    std::string data;     // JSON
    std::string differs;  // why Tenon is to give something else than jq; empty if it is not
};

// From a file like oracle.txt.
std::vector<Pair> readPairs(const std::string& file);

// By the grammar: the same ones for the same seed, everywhere. All end soon.
std::vector<Pair> makePairs(unsigned seed, std::size_t count);

}  // namespace support
