// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

namespace jq_tests {

// Why a case differs, by its name: lines "jq.test:0123abcd reason", and comments.
using Differences = std::map<std::string, std::string>;

// Throws std::runtime_error, which names the line.
Differences readDifferences(const std::string& path);

}  // namespace jq_tests
