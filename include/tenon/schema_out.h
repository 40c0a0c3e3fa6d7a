// SPDX-License-Identifier: Apache-2.0
// JSON that the compiler writes: see schema.h.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tenon {
inline namespace v1 {
namespace schema {

// Counts when it has no buffer, fills when it has one.
struct Out {
    char* buffer = nullptr;
    std::size_t size = 0;

    constexpr void put(char c) {
        if (buffer) buffer[size] = c;
        ++size;
    }
    constexpr void raw(std::string_view text) {
        for (const char c : text) put(c);
    }
    constexpr void quoted(std::string_view text) {
        put('"');
        for (const char c : text) {
            if (c == '"' || c == '\\') put('\\');
            if (static_cast<unsigned char>(c) < 0x20) {
                raw(R"(\u00)");
                put(c < 0x10 ? '0' : '1');
                put("0123456789abcdef"[c % 0x10]);
            } else {
                put(c);
            }
        }
        put('"');
    }
    template <class Integer>
    constexpr void number(Integer n) {
        if (n < 0) put('-');
        std::uint64_t rest =
            n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n);
        std::uint64_t power = 1;
        while (rest / power >= 10) power *= 10;
        for (; power > 0; power /= 10) put(static_cast<char>('0' + rest / power % 10));
    }
    // With all its digits, of which there is an end: nothing is rounded here. Who reads it and
    // writes it again writes the shortest, 0.1.
    constexpr void real(double n);
};

// A natural number of any size, digit by digit, the last one first.
struct Digits {
    std::array<char, 1100> digits{};
    std::size_t size = 0;

    constexpr explicit Digits(std::uint64_t n) {
        for (; n > 0 || size == 0; n /= 10) digits[size++] = static_cast<char>(n % 10);
    }
    constexpr void times(std::uint64_t factor) {
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < size || carry > 0; ++i) {
            if (i == size) ++size;
            carry += static_cast<std::uint64_t>(digits[i]) * factor;
            digits[i] = static_cast<char>(carry % 10);
            carry /= 10;
        }
    }
    // Eight factors at once, as long as there are so many.
    constexpr void times(std::uint64_t factor, std::size_t count) {
        std::uint64_t eight = 1;
        for (int i = 0; i < 8; ++i) eight *= factor;
        for (; count >= 8; count -= 8) times(eight);
        for (; count > 0; --count) times(factor);
    }
};

constexpr void Out::real(double n) {
    if (n - n != 0) return raw("null");  // no number; field_checks.h has a line for it
    if (n < 0) put('-');
    double whole = n < 0 ? -n : n;
    std::size_t twos = 0, places = 0;
    for (; whole >= 0x1p53; whole /= 2) ++twos;
    for (; whole != static_cast<double>(static_cast<std::uint64_t>(whole)); whole *= 2) ++places;
    // n is whole / 2^places, which is whole · 5^places / 10^places.
    Digits all(static_cast<std::uint64_t>(whole));
    all.times(2, twos);
    all.times(5, places);
    while (all.size <= places) all.digits[all.size++] = 0;
    for (std::size_t i = all.size; i > 0; --i) {
        if (i == places) put('.');
        put(static_cast<char>('0' + all.digits[i - 1]));
    }
    if (places == 0) raw(".0");
}

}  // namespace schema
}  // namespace v1
}  // namespace tenon
