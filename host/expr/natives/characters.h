// SPDX-License-Identifier: Apache-2.0
// The characters of a text that may hold bytes that are no UTF-8.
#pragma once

#include <cstdint>
#include <string_view>

namespace tenon::expr {

// How many bytes the one at `at` has. Bytes that are none count as one for as long as they look
// like the beginning of one.
inline std::size_t characterSize(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const auto first = byte(at);
    if (first < 0xc2 || first > 0xf4) return 1;
    const std::size_t wanted = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    std::size_t size = 1;
    while (size < wanted && at + size < text.size() && (byte(at + size) & 0xc0) == 0x80) ++size;
    return size;
}

inline std::size_t countCharacters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += characterSize(text, at)) ++count;
    return count;
}

}  // namespace tenon::expr
