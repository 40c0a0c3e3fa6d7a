// SPDX-License-Identifier: Apache-2.0
#include "cli/printable.h"

#include <algorithm>
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

// Steers a terminal, or the direction in which it shows what follows, or breaks the line, or hides
// a text in another.
bool steers(std::int32_t code) {
    const auto in = [code](std::int32_t from, std::int32_t to) {
        return code >= from && code <= to;
    };
    return code < 0x20 || in(0x7f, 0x9f) || code == 0x61c || in(0x200e, 0x200f) ||
           in(0x2028, 0x202e) || in(0x2066, 0x206f) || code == 0xfeff || in(0xfff9, 0xfffb) ||
           in(0xe0000, 0xe007f);
}

std::string escape(std::int32_t code) {
    if (code >= 0x10000) return escape(0xd7c0 + (code >> 10)) + escape(0xdc00 + (code & 0x3ff));
    char out[16];
    std::snprintf(out, sizeof out, "\\u%04x", static_cast<unsigned>(code));
    return out;
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
            out += escape(one.code);
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

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size(), width), ' ');
    return text;
}

}  // namespace tenon::cli
