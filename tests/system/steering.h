// SPDX-License-Identifier: Apache-2.0
// Texts that would steer a terminal, and how to find out whether something of one is shown.
#pragma once

#include <Poco/UTF8Encoding.h>

#include <cstdio>
#include <string>
#include <vector>

namespace support {

// Characters that steer, and bytes that are no characters. A letter tells them
// apart.
constexpr const char* kControls =
    "a\x1b[2Jb\x07"
    "c\x7f"
    "d\xc2\x80"
    "e\xc2\x9b"
    "2Jf\xc2\x9fg";
constexpr const char* kMarks =
    "a\u061cb\u200ec\u200fd\u2028e\u2029f\u202ag\u202bh\u202ci\u202dj\u202ek\u2066l\u2067m"
    "\u2068n\u2069o\u206ap\u206fq\ufeffr\ufff9s\ufffbt\U000e0001u\U000e007fv";
constexpr const char* kBytes =
    "a\x9b"
    "2Jb\x80"
    "c\xff"
    "d\xc0\x9b"
    "e\xc1\x9b"
    "f\xe0\x82\x9bg\xf0\x80\x82\x9bh\xed\xa0\x80i\xf4\x90\x80\x80j\xe2\x80"
    "k\xc2";
inline const std::vector<std::string>& texts() {
    static const std::vector<std::string> all{kControls, kMarks, kBytes};
    return all;
}
// The first that a terminal gets and must not, as hexadecimal digits; "" if there is none.
inline std::string steering(const std::string& shown) {
    static const Poco::UTF8Encoding utf8;
    const auto* bytes = reinterpret_cast<const unsigned char*>(shown.data());
    for (std::size_t i = 0; i < shown.size();) {
        const unsigned char c = bytes[i];
        const int size = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
        const bool whole = i + static_cast<std::size_t>(size) <= shown.size() &&
                           Poco::UTF8Encoding::isLegal(bytes + i, size);
        const int code = whole ? utf8.queryConvert(bytes + i, size) : -1;
        const auto in = [&](int from, int to) { return code >= from && code <= to; };
        const bool space = code == '\n' || code == '\t';
        if (!whole || (code < 0x20 && !space) || in(0x7f, 0x9f) || code == 0x61c ||
            in(0x200e, 0x200f) || in(0x2028, 0x202e) || in(0x2066, 0x206f) || code == 0xfeff ||
            in(0xfff9, 0xfffb) || in(0xe0000, 0xe007f)) {
            char text[16];
            std::snprintf(text, sizeof text, "%x", whole ? static_cast<unsigned>(code) : c);
            return text;
        }
        i += static_cast<std::size_t>(size);
    }
    return "";
}
// As a text of JSON or YAML; what is no character stays as it is.
inline std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text)
        out += c == '\x1b' ? "\\u001b" : c == '\x07' ? "\\u0007" : std::string(1, c);
    return out + "\"";
}
inline std::string bytesAsJson(const std::string& text) {
    std::string out = "\"";
    for (const char c : text)
        out += c == '"'      ? "\\\""
               : c == '\\'   ? "\\\\"
               : c == '\x1b' ? "\\u001b"
               : c == '\x07' ? "\\u0007"
                             : std::string(1, c);
    return out + "\"";
}

}  // namespace support
