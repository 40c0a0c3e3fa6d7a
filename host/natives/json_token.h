// SPDX-License-Identifier: Apache-2.0
// The scalars of a JSON text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tenon/value.h"

namespace tenon::expr {

// A word: `null`, `true`, a number. nullopt, with what is wrong, for others.
std::optional<Value> wordOfJson(std::string_view word, std::string& wrong);
// What stands between two quotes.
std::optional<std::string> textOfJson(std::string_view inside, std::string& wrong);

}  // namespace tenon::expr
