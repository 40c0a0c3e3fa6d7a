// SPDX-License-Identifier: Apache-2.0
// What to say to people who come from other languages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tenon::expr {

// "; write: ascii_downcase" for `lower`; nothing for what no other language has.
std::string functionHint(std::string_view name);
// "; did you mean $secrets?" for `secret`; nothing where none of the known ones is like it.
std::string variableHint(std::string_view name, const std::vector<std::string>& known);

}  // namespace tenon::expr
