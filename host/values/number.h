// SPDX-License-Identifier: Apache-2.0
// Numbers: integers of 64 bits, exact; reals; and wider integers, which are only carried.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "tenon/value.h"

namespace tenon::expr {

inline constexpr double kLargestWhole = 9007199254740992.0;  // 2^53

// A real that is whole, and no larger than 2^53, is an integer from here on; -0 stays a real.
Value number(double real);
// Nothing for what is no number, and for a wide integer.
inline std::optional<double> real(const Value& value) {
    if (const auto* i = value.integer()) return static_cast<double>(*i);
    if (const auto* r = value.real()) return *r;
    return std::nullopt;
}
// A number as the language writes it: the shortest digits that read back as the same; NaN is null,
// an infinity the largest double.
std::string numberText(const Value& number);
// A literal: digits, a point, an exponent. Integers stay exact at any length. Nothing for others.
std::optional<Value> readNumber(std::string_view text);

std::partial_ordering compareNumbers(const Value& a, const Value& b);

}  // namespace tenon::expr
