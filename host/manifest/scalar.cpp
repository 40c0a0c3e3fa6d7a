// SPDX-License-Identifier: Apache-2.0
#include "manifest/scalar.h"

#include <charconv>

namespace tenon::manifest {
namespace {

bool allOf(std::string_view text, std::string_view allowed) {
    return !text.empty() && text.find_first_not_of(allowed) == text.npos;
}

std::optional<Value> integer(std::string_view digits, int base, bool negative) {
    std::string signedDigits = (negative ? "-" : "") + std::string(digits);
    std::int64_t value = 0;
    const auto end = signedDigits.data() + signedDigits.size();
    if (std::from_chars(signedDigits.data(), end, value, base).ec == std::errc())
        return Value(value);
    if (base != 10) return std::nullopt;
    return Value(
        Wide{(negative ? "-" : "") + std::string(digits.substr(digits.find_first_not_of('0')))});
}

// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool looksReal(std::string_view s) {
    constexpr std::string_view digits = "0123456789";
    const auto run = [&] {
        const auto n = std::min(s.find_first_not_of(digits), s.size());
        s.remove_prefix(n);
        return n;
    };
    const auto whole = run();
    std::size_t fraction = 0;
    if (!s.empty() && s[0] == '.') {
        s.remove_prefix(1);
        fraction = run();
    }
    if (whole + fraction == 0) return false;
    if (s.empty()) return true;
    if (s[0] != 'e' && s[0] != 'E') return false;
    s.remove_prefix(1);
    if (!s.empty() && (s[0] == '-' || s[0] == '+')) s.remove_prefix(1);
    return allOf(s, digits);
}

}  // namespace

std::optional<Value> plainScalar(const std::string& text) {
    if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL")
        return Value();
    if (text == "true" || text == "True" || text == "TRUE") return Value(true);
    if (text == "false" || text == "False" || text == "FALSE") return Value(false);
    if (text.starts_with("0x") && allOf(text.substr(2), "0123456789abcdefABCDEF"))
        return integer(std::string_view(text).substr(2), 16, false);
    if (text.starts_with("0o") && allOf(text.substr(2), "01234567"))
        return integer(std::string_view(text).substr(2), 8, false);
    std::string_view unsignedText = text;
    const bool negative = text[0] == '-';
    if (negative || text[0] == '+') unsignedText.remove_prefix(1);
    if (allOf(unsignedText, "0123456789")) return integer(unsignedText, 10, negative);
    if (!looksReal(unsignedText)) return Value(text);
    double value = 0;
    const auto end = unsignedText.data() + unsignedText.size();
    if (std::from_chars(unsignedText.data(), end, value).ec != std::errc()) return std::nullopt;
    return Value(negative ? -value : value);
}

}  // namespace tenon::manifest
