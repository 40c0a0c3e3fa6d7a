// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tenon::expr {

// The names of the secrets that an expression reads as `$secrets.NAME` or `$secrets["NAME"]`.
std::vector<std::string> secretsNamed(std::string_view text);

}  // namespace tenon::expr
