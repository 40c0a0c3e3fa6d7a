// SPDX-License-Identifier: Apache-2.0
#include "runs/version_order.h"

#include <algorithm>
#include <cctype>
#include <compare>

namespace tenon::runs {
namespace {

std::string_view cutFirst(std::string_view& text, char end) {
    const auto at = std::min(text.find(end), text.size());
    const auto first = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return first;
}

bool isNumber(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return std::isdigit(static_cast<unsigned char>(c)); });
}

// Numbers, of any length, come before words.
std::strong_ordering compareParts(std::string_view a, std::string_view b) {
    if (isNumber(a) && isNumber(b) && a.size() != b.size()) return a.size() <=> b.size();
    if (isNumber(a) != isNumber(b)) return isNumber(b) <=> isNumber(a);
    return a.compare(b) <=> 0;
}

std::strong_ordering compareLists(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty())
        if (const auto order = compareParts(cutFirst(a, '.'), cutFirst(b, '.')); order != 0)
            return order;
    return !a.empty() <=> !b.empty();
}

}  // namespace

bool lowerVersion(std::string_view a, std::string_view b) {
    a = cutFirst(a, '+');
    b = cutFirst(b, '+');
    if (const auto order = compareLists(cutFirst(a, '-'), cutFirst(b, '-')); order != 0)
        return order < 0;
    // A version comes after what was released on the way to it.
    if (a.empty() || b.empty()) return b.empty() && !a.empty();
    return compareLists(a, b) < 0;
}

}  // namespace tenon::runs
