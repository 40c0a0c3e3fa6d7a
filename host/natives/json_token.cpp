// SPDX-License-Identifier: Apache-2.0
#include "natives/json_token.h"

#include <algorithm>
#include <limits>

#include "values/number.h"
#include "values/points.h"

namespace tenon::expr {
namespace {

std::optional<Value> literal(std::string_view word, std::string_view wanted, Value value,
                             std::string& wrong) {
    if (word == wanted) return value;
    wrong = "Invalid literal";
    return std::nullopt;
}

std::optional<std::uint32_t> hex4(std::string_view digits) {
    std::uint32_t code = 0;
    for (const char c : digits.substr(0, 4)) {
        const auto digit = std::string_view("0123456789abcdef").find(static_cast<char>(c | 0x20));
        if (digit == std::string_view::npos || (c < '0')) return std::nullopt;
        code = code << 4 | static_cast<std::uint32_t>(digit);
    }
    return code;
}

// Behind `\u`; gives nothing where it is wrong.
std::optional<std::uint32_t> escapedPoint(std::string_view rest, std::size_t& used,
                                          std::string& wrong) {
    wrong = "Invalid \\uXXXX escape";
    if (rest.size() < 4) return std::nullopt;
    wrong = "Invalid characters in \\uXXXX escape";
    const auto high = hex4(rest);
    if (!high) return std::nullopt;
    used = 4;
    if (*high < 0xd800 || *high > 0xdbff) return high;
    wrong = "Invalid \\uXXXX\\uXXXX surrogate pair escape";
    if (rest.size() < 10 || rest.substr(4, 2) != "\\u") return std::nullopt;
    const auto low = hex4(rest.substr(6));
    if (!low || *low < 0xdc00 || *low > 0xdfff) return std::nullopt;
    used = 10;
    return 0x10000 + ((*high - 0xd800) << 10 | (*low - 0xdc00));
}

}  // namespace

std::optional<Value> wordOfJson(std::string_view word, std::string& wrong) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    switch (word.front()) {
        case 't':
            return literal(word, "true", true, wrong);
        case 'f':
            return literal(word, "false", false, wrong);
        case 'n':
            if (word.size() == 3) return literal(word, "nan", nan, wrong);
            return literal(word, "null", nullptr, wrong);
        case '\'':
            wrong = "Invalid string literal; expected \", but got '";
            return std::nullopt;
        default:
            break;
    }
    std::string_view bare = word;
    if (bare.starts_with('+') && !bare.starts_with("+-")) bare.remove_prefix(1);
    if (auto number = readNumber(bare)) return number;
    const bool negative = word.starts_with('-');
    if (negative) bare.remove_prefix(1);
    std::string lower(bare.substr(0, 9));
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    if (lower == "nan") return Value(nan);
    if (lower == "infinity") return Value(negative ? -infinity : infinity);
    wrong = "Invalid numeric literal";
    return std::nullopt;
}

std::optional<std::string> textOfJson(std::string_view inside, std::string& wrong) {
    std::string out;
    out.reserve(inside.size());
    for (std::size_t at = 0; at < inside.size();) {
        const char c = inside[at];
        if (static_cast<unsigned char>(c) < 0x20) {
            wrong = "Invalid string: control characters from U+0000 through U+001F must be escaped";
            return std::nullopt;
        }
        if (c != '\\') {
            if (static_cast<unsigned char>(c) < 0x80) {
                out += c;
                ++at;
            } else {
                appendPoint(out, nextPoint(inside, at));
            }
            continue;
        }
        const char escape = at + 1 < inside.size() ? inside[at + 1] : '\0';
        at += 2;
        constexpr std::string_view kEscapes = "\"\\/bfnrt", kMeant = "\"\\/\b\f\n\r\t";
        if (escape == 'u') {
            std::size_t used = 0;
            const auto point = escapedPoint(inside.substr(at), used, wrong);
            if (!point) return std::nullopt;
            wrong.clear();
            appendPoint(out, *point);
            at += used;
        } else if (const auto found = kEscapes.find(escape); found != kEscapes.npos) {
            out += kMeant[found];
        } else {
            wrong = "Invalid escape";
            return std::nullopt;
        }
    }
    return out;
}

}  // namespace tenon::expr
