// SPDX-License-Identifier: Apache-2.0
// What to say to people who come from other languages.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tenon::expr {

// A name and the number of its parameters.
using Signature = std::pair<std::string, std::size_t>;
// "; write: ascii_downcase" for `lower`, "; map takes 1 argument" for `map` alone, "; did you mean
// "tostring"?" for `tostrng`; nothing for what is like nothing.
std::string functionHint(std::string_view name, const std::vector<Signature>& known);
// "; did you mean $secrets?" for `secret`; nothing where none of the known ones is like it.
std::string variableHint(std::string_view name, const std::vector<std::string>& known);

}  // namespace tenon::expr
