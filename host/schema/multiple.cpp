// SPDX-License-Identifier: Apache-2.0
#include "schema/multiple.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

namespace tenon::schema {
namespace {

// Without sign and leading zeros; nothing for a fraction.
std::optional<std::string> wholeDigits(const Value& number) {
    std::string out;
    if (const auto* real = number.real()) {
        if (std::trunc(*real) != *real) return std::nullopt;
        char digits[400];
        out.assign(digits, std::snprintf(digits, sizeof digits, "%.0f", *real));
    } else {
        out = number.wide() ? number.wide()->digits : std::to_string(*number.integer());
    }
    out.erase(0, std::min(out.find_first_not_of("-0"), out.size()));
    return out;
}

bool isLess(std::string_view a, std::string_view b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

// Takes `less` from what is not less.
void subtract(std::string& from, std::string_view less) {
    int borrowed = 0;
    for (std::size_t i = 0; i < from.size(); ++i) {
        char& digit = from[from.size() - 1 - i];
        const int taken = borrowed + (i < less.size() ? less[less.size() - 1 - i] - '0' : 0);
        borrowed = digit - '0' < taken;
        digit = static_cast<char>(digit - taken + 10 * borrowed);
    }
    from.erase(0, std::min(from.find_first_not_of('0'), from.size()));
}

// As it is done on paper.
bool divides(std::string_view of, std::string_view digits) {
    std::string rest;
    for (const char digit : digits) {
        if (!rest.empty() || digit != '0') rest += digit;
        while (!isLess(rest, of)) subtract(rest, of);
    }
    return rest.empty();
}

long double nearestLongDouble(const Value& number) {
    if (const auto* integer = number.integer()) return static_cast<long double>(*integer);
    if (const auto* real = number.real()) return *real;
    return std::strtold(number.wide()->digits.c_str(), nullptr);
}

}  // namespace

bool isMultiple(const Value& value, const Value& of) {
    if (value.integer() && of.integer()) return *value.integer() % *of.integer() == 0;
    if (value.wide() || of.wide())
        if (const auto whole = wholeDigits(value), part = wholeDigits(of); whole && part)
            return divides(*part, *whole);
    const long double times = nearestLongDouble(value) / nearestLongDouble(of);
    // 0.3 is a multiple of 0.1, whatever doubles make of it.
    return std::fabs(times - std::round(times)) <= 1e-12L * std::max(1.0L, std::fabs(times));
}

}  // namespace tenon::schema
