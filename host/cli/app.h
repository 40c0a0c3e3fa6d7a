// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace tenon::cli {

// The whole program, from its words to its exit code.
int app(const std::vector<std::string>& words);

}  // namespace tenon::cli
