// SPDX-License-Identifier: Apache-2.0
// What the jq program and what Tenon make of pairs.
#pragma once

#include <string>
#include <vector>

#include "expr/pairs.h"
#include "tenon/value.h"

namespace support {

// The results one after the other as {"v": …}; at the end "error", if one ended it.
using Answers = std::vector<tenon::Value>;

// Many pairs a process. Throws std::runtime_error with its words if it fails or takes long.
std::vector<Answers> jqSays(const std::vector<Pair>& pairs);

// "fault: …" alone where it does not compile. With `front` and `back` round the expression.
Answers tenonSays(const Pair& pair, const std::string& front = "", const std::string& back = "");

}  // namespace support
