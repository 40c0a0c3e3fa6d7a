// SPDX-License-Identifier: Apache-2.0
#include "cli/printable.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <iostream>

namespace tenon::cli {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

struct Character {
    std::size_t size = 1;
    std::int32_t code = -1;  // none, where the bytes are no UTF-8
};

// The first of the text, which is not empty.
Character first(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(0) < 0x80) return {1, byte(0)};
    const std::size_t size = byte(0) < 0xc2 || byte(0) > 0xf4 ? 0
                             : byte(0) < 0xe0                 ? 2
                             : byte(0) < 0xf0                 ? 3
                                                              : 4;
    if (size == 0 || size > text.size()) return {};
    std::int32_t code = byte(0) & (0xff >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xc0) != 0x80) return {};
        code = code << 6 | (byte(i) & 0x3f);
    }
    constexpr std::array<std::int32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    const bool none = code < least[size] || code > 0x10ffff || (code >= 0xd800 && code < 0xe000);
    return none ? Character() : Character{size, code};
}

// Steers a terminal, or the direction in which it shows what follows, or breaks the line.
bool steers(std::int32_t code) {
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x61c || code == 0x200e ||
           code == 0x200f || (code >= 0x2028 && code <= 0x202e) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0xfeff;
}

std::string replaced(std::string_view text, bool keepLines) {
    std::string out;
    while (!text.empty()) {
        const Character one = first(text);
        if (one.code == '\n' || one.code == '\t') {
            out += keepLines ? text[0] : ' ';
        } else {
            out += steers(one.code) ? kReplacement : text.substr(0, one.size);
        }
        text.remove_prefix(one.size);
    }
    return out;
}

}  // namespace

std::string printableJson(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const Character one = first(text);
        if (one.code >= 0x7f && steers(one.code)) {
            char escape[16];
            std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(one.code));
            out += escape;
        } else {
            out += text.substr(0, one.size);
        }
        text.remove_prefix(one.size);
    }
    return out;
}

void say(std::string_view text) { std::cerr << printable(text) << std::flush; }

std::string printable(std::string_view text) { return replaced(text, true); }

std::string oneLine(std::string_view text) { return replaced(text, false); }

}  // namespace tenon::cli
