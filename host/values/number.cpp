// SPDX-License-Identifier: Apache-2.0
#include "values/number.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace tenon::expr {
namespace {

constexpr double kTwoTo63 = 9223372036854775808.0;

std::partial_ordering compareExactly(std::int64_t a, double b) {
    if (b >= kTwoTo63) return std::partial_ordering::less;
    if (b < -kTwoTo63) return std::partial_ordering::greater;
    const double whole = std::trunc(b);
    const auto order = a <=> static_cast<std::int64_t>(whole);
    return order == 0 ? 0.0 <=> b - whole : std::partial_ordering(order);
}

// By sign, number of digits, digits: no leading zeros stand there.
std::partial_ordering compareWide(const std::string& a, const std::string& b) {
    const bool na = a.starts_with('-'), nb = b.starts_with('-');
    if (na != nb) return na ? std::partial_ordering::less : std::partial_ordering::greater;
    const auto order = a.size() == b.size() ? a <=> b : a.size() <=> b.size();
    return na ? 0 <=> order : std::partial_ordering(order);
}

// Digits of a whole double, all of them.
std::string wholeDigits(double real) {
    char digits[400];
    return {digits,
            std::to_chars(digits, digits + sizeof digits, real, std::chars_format::fixed).ptr};
}

std::string realText(double real) {
    if (std::isnan(real)) return "null";
    if (std::isinf(real)) real = std::copysign(std::numeric_limits<double>::max(), real);
    char digits[40];
    const auto end =
        std::to_chars(digits, digits + sizeof digits, real, std::chars_format::scientific).ptr;
    std::string out(digits, end);
    const auto e = out.find('e');
    const int exponent = std::atoi(out.c_str() + e + 1);
    const bool negative = out[0] == '-';
    std::string mantissa;
    for (const char c : out.substr(0, e))
        if (c != '-' && c != '.') mantissa += c;
    const int size = static_cast<int>(mantissa.size()), point = exponent + 1;
    if (point <= -5 || point > size + 15) return out;
    std::string text;
    if (point <= 0) {
        text = "0." + std::string(static_cast<std::size_t>(-point), '0') + mantissa;
    } else if (point >= size) {
        text = mantissa + std::string(static_cast<std::size_t>(point - size), '0');
    } else {
        text = mantissa.substr(0, static_cast<std::size_t>(point)) + "." +
               mantissa.substr(static_cast<std::size_t>(point));
    }
    return negative ? "-" + text : text;
}

}  // namespace

Value number(double real) {
    const bool whole = std::trunc(real) == real && std::fabs(real) <= kLargestWhole;
    if (!whole || (real == 0 && std::signbit(real))) return real;
    return static_cast<std::int64_t>(real);
}

std::string numberText(const Value& number) {
    if (const auto* i = number.integer()) return std::to_string(*i);
    if (const auto* w = number.wide()) return w->digits;
    return realText(*number.real());
}

std::optional<Value> readNumber(std::string_view text) {
    const bool negative = text.starts_with('-');
    std::string_view digits = text.substr(negative ? 1 : 0);
    if (digits.find_first_not_of("0123456789.eE+-") != digits.npos || digits.empty() ||
        digits.front() == '+' || digits.front() == '-')
        return std::nullopt;
    if (digits.find_first_of(".eE") == digits.npos) {
        if (digits.find_first_of("+-") != digits.npos) return std::nullopt;
        digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));
        const std::string plain = (negative ? "-" : "") + std::string(digits);
        if (plain == "-0") return Value(-0.0);
        std::int64_t exact = 0;
        const auto read = std::from_chars(plain.data(), plain.data() + plain.size(), exact);
        if (read.ec == std::errc()) return Value(exact);
        return Value(Wide{plain});
    }
    // from_chars reads `.5` and `1.`, and refuses a lone point.
    double real = 0;
    const auto end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, real);
    if (read.ptr != end) return std::nullopt;
    if (read.ec == std::errc::result_out_of_range) {
        // It does not say on which side.
        const auto e = digits.find_first_of("eE");
        const bool small = e != digits.npos && digits.substr(e + 1).starts_with('-');
        real = small ? 0 : std::numeric_limits<double>::infinity();
    }
    return Value(negative ? -real : real);
}

std::partial_ordering compareNumbers(const Value& a, const Value& b) {
    const auto *ia = a.integer(), *ib = b.integer();
    if (ia && ib) return *ia <=> *ib;
    const auto *ra = a.real(), *rb = b.real();
    if (ra && rb) {
        if (std::isnan(*ra)) return std::partial_ordering::less;
        if (std::isnan(*rb)) return std::partial_ordering::greater;
        return *ra <=> *rb;
    }
    if (ia && rb)
        return std::isnan(*rb) ? std::partial_ordering::greater : compareExactly(*ia, *rb);
    if (ra && ib)
        return std::isnan(*ra) ? std::partial_ordering::less : 0 <=> compareExactly(*ib, *ra);
    if ((ra && std::isnan(*ra))) return std::partial_ordering::less;
    if ((rb && std::isnan(*rb))) return std::partial_ordering::greater;
    // One of them is wide: against an infinity or a fraction, the whole part decides.
    const auto digits = [](const Value& value) {
        if (const auto* r = value.real()) return wholeDigits(std::trunc(*r));
        return numberText(value);
    };
    if (ra && std::isinf(*ra)) return *ra <=> 0.0;
    if (rb && std::isinf(*rb)) return 0.0 <=> *rb;
    return compareWide(digits(a), digits(b));
}

}  // namespace tenon::expr
