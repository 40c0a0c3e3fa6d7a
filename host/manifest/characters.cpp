// SPDX-License-Identifier: Apache-2.0
#include "manifest/characters.h"

#include <Poco/UTF8Encoding.h>

#include <charconv>
#include <cstdio>

#include "manifest/columns.h"

namespace tenon::manifest {
namespace {

unsigned char byteAt(std::string_view text, std::size_t i) {
    return static_cast<unsigned char>(text[i]);
}

// How many bytes the character here has; 0 if it is none.
std::size_t length(std::string_view text, std::size_t i) {
    const unsigned char first = byteAt(text, i);
    if (first < 0x80) return 1;
    const std::size_t size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data() + i);
    const bool legal =
        i + size <= text.size() && Poco::UTF8Encoding::isLegal(bytes, static_cast<int>(size));
    return legal ? size : 0;
}

std::string hex(unsigned char c) {
    char out[8];
    std::snprintf(out, sizeof out, "0x%02x", c);
    return out;
}

// The number in `\uXXXX` at the begin of the text; 0 if there is none.
unsigned escaped(std::string_view text) {
    unsigned code = 0;
    if (text.size() < 6 || !text.starts_with("\\u")) return 0;
    const auto end = text.data() + 6;
    return std::from_chars(text.data() + 2, end, code, 16).ptr == end ? code : 0;
}

}  // namespace

std::optional<Fault> notText(std::string_view text) {
    int line = 1;
    std::size_t lineBegin = 0;
    for (std::size_t i = 0, size = 0; i < text.size(); i += size) {
        const unsigned char c = byteAt(text, i);
        size = length(text, i);
        const bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        if (size == 0 || control)
            return Fault{{line, Columns(text).at(lineBegin, i)},
                         "",
                         size == 0 ? "the byte " + hex(c) + " is not UTF-8; save the file as UTF-8"
                                   : "the control character " + hex(c) +
                                         " cannot stand in a file as it is; write it in "
                                         "double quotes as an escape, such as \"\\u001b\""};
        if (c == '\n') {
            ++line;
            lineBegin = i + 1;
        }
    }
    return std::nullopt;
}

std::string withoutPairs(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos || (text[first] != '{' && text[first] != '[')) return std::string(text);
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const unsigned high = escaped(text.substr(i));
        const unsigned low = high >> 10 == 0x36 ? escaped(text.substr(i + 6)) : 0;
        if (low >> 10 == 0x37) {
            char pair[16];
            std::snprintf(pair, sizeof pair, "\\U%08x",
                          0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff));
            out += pair;
            i += 12;
        } else {
            const std::size_t n = text[i] == '\\' ? 2 : 1;
            out += text.substr(i, n);
            i += n;
        }
    }
    return out;
}

}  // namespace tenon::manifest
