// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::world {

// Bytes, and for each where it stands in the text that they were decoded from.
struct Decoded {
    std::string bytes;
    std::vector<std::uint32_t> begin, end;

    void add(char byte, std::uint32_t from, std::uint32_t to);
};

// What base64 (also that of URLs, in lines, from any place of a longer one) and hex digits in a
// text might be, whether they were meant so or not; where it is at least so many bytes.
void eachPacked(std::string_view text, std::size_t least,
                const std::function<void(const Decoded&)>& use);

// The text with all escapes decoded.
Decoded unescaped(std::string_view text);

}  // namespace tenon::world
