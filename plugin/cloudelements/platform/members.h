// SPDX-License-Identifier: Apache-2.0
// Members of the platform's answers, read leniently.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tenon/value.h"

namespace cloudelements {

// Null where there is none.
tenon::Value memberOf(const tenon::Value& object, std::string_view name);
// Empty where there is none, or it is no text.
std::string textOf(const tenon::Value& object, std::string_view name);
// Nothing where there is none, or it is empty.
std::optional<std::string> knownTextOf(const tenon::Value& object, std::string_view name);
// A number may come as the text of its digits.
std::optional<std::int64_t> integerOf(const tenon::Value& object, std::string_view name);
// A truth may come as the text true or false.
std::optional<bool> truthOf(const tenon::Value& object, std::string_view name);

}  // namespace cloudelements
