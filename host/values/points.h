// SPDX-License-Identifier: Apache-2.0
// The characters of a text that may hold bytes which are no UTF-8: such bytes count as one U+FFFD.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tenon::expr {

inline constexpr std::uint32_t kReplacement = 0xfffd;

// The character at `at`, which is inside the text, and `at` behind it.
std::uint32_t nextPoint(std::string_view text, std::size_t& at);
// Where the character that ends at `end` begins; `end` is not 0.
std::size_t pointBefore(std::string_view text, std::size_t end);
// What is no character becomes U+FFFD.
void appendPoint(std::string& out, std::uint32_t point);
std::size_t countPoints(std::string_view text);

bool isUtf8(std::string_view text);
// The text with U+FFFD where it is no UTF-8.
std::string asUtf8(std::string text);

}  // namespace tenon::expr
