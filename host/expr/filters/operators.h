// SPDX-License-Identifier: Apache-2.0
// Arithmetic and comparison, on values and as filters.
#pragma once

#include <string_view>

#include "expr/filters/filter.h"

namespace tenon::expr {

// One of + - * / % == != < <= > >=. False where the two do not go together.
using Operation = bool (*)(Machine&, Value&& left, Value&& right, Value& out);
Operation operation(std::string_view sign);

// The right side is the outer loop.
FilterPtr binary(std::string_view sign, FilterPtr left, FilterPtr right);
FilterPtr negated(FilterPtr operand);

}  // namespace tenon::expr
