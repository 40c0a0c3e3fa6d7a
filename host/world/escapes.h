// SPDX-License-Identifier: Apache-2.0
// What stands at a place of a text for whoever decodes it: JSON's and JavaScript's escapes, percent
// signs of URLs, references of HTML, JSON pointers, and these inside each other.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tenon::world {

// So many encodings round each other are seen through.
inline constexpr int kDeepestEscape = 3;

// One character, or one byte of one, and where the text goes on after it.
struct Unit {
    std::array<char, 4> bytes{};
    std::size_t size = 0;
    std::size_t next = 0;

    [[nodiscard]] std::string_view text() const { return {bytes.data(), size}; }
    friend bool operator==(const Unit& a, const Unit& b) {
        return a.next == b.next && a.text() == b.text();
    }
};

// Does an escape begin with this byte?
constexpr bool beginsEscape(char c) { return c == '\\' || c == '%' || c == '&' || c == '~'; }

// A character in UTF-8.
std::string utf8(std::uint32_t code);

// Decoded `depth` times; 0 gives the byte itself. `at` is inside the text.
Unit unitAt(std::string_view text, std::size_t at, int depth);

}  // namespace tenon::world
