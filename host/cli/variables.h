// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/value.h"

namespace tenon::cli {

inline constexpr std::string_view kSecrets = "secrets";

// From `--variable` values: NAME=VALUE, with or without a $ before it; of two with one name the
// last counts. A VALUE that is no JSON is a text. All texts of `secrets` are secrets, as in a run.
// Failure (65), UsageError.
std::vector<std::pair<std::string, Value>> readVariables(const std::vector<std::string>& given);

}  // namespace tenon::cli
