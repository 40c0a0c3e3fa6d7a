// SPDX-License-Identifier: Apache-2.0
#include "natives/encodings.h"

#include <cstdint>

#include "values/points.h"

namespace tenon::expr {
namespace {

constexpr std::string_view kBase64 =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kBase32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

bool isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == '~';
}

// Replaces single characters by texts; `with` gives nullptr for what stays.
template <class With>
std::string replaced(std::string_view text, With with) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (const char* other = with(c)) {
            out += other;
        } else {
            out += c;
        }
    }
    return out;
}

// Groups of bytes as digits of so many bits, filled up with `=`.
std::string digits(std::string_view bytes, std::string_view alphabet, unsigned bits,
                   std::size_t group) {
    std::string out;
    std::uint32_t held = 0;
    unsigned count = 0;
    for (const char c : bytes) {
        held = held << 8 | static_cast<unsigned char>(c);
        for (count += 8; count >= bits; count -= bits)
            out += alphabet[(held >> (count - bits)) & ((1U << bits) - 1)];
    }
    if (count > 0) out += alphabet[(held << (bits - count)) & ((1U << bits) - 1)];
    while (out.size() % group != 0) out += '=';
    return out;
}

// Up to the first `=`. False where a character is not of the alphabet; `rest` has how many digits
// stand in the last group.
bool bytesOf(std::string_view text, std::string_view alphabet, unsigned bits, std::size_t group,
             std::string& out, std::size_t& rest) {
    std::uint32_t held = 0;
    unsigned count = 0;
    std::size_t read = 0;
    for (const char c : text.substr(0, text.find('='))) {
        const auto digit = alphabet.find(c);
        if (digit == alphabet.npos) return false;
        held = held << bits | static_cast<std::uint32_t>(digit);
        count += bits;
        if (count >= 8) {
            count -= 8;
            out += static_cast<char>(held >> count & 0xff);
        }
        ++read;
    }
    rest = read % group;
    return true;
}

int hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c = static_cast<char>(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

std::string html(std::string_view text) {
    return replaced(text, [](char c) -> const char* {
        switch (c) {
            case '<':
                return "&lt;";
            case '>':
                return "&gt;";
            case '&':
                return "&amp;";
            case '\'':
                return "&apos;";
            case '"':
                return "&quot;";
            default:
                return nullptr;
        }
    });
}

std::string uri(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (isPlain(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += {'%', "0123456789ABCDEF"[byte >> 4], "0123456789ABCDEF"[byte & 15]};
    }
    return out;
}

std::string base64(std::string_view text) { return digits(text, kBase64, 6, 4); }
std::string base32(std::string_view text) { return digits(text, kBase32, 5, 8); }

std::string csvField(std::string_view text) {
    return '"' + replaced(text, [](char c) { return c == '"' ? "\"\"" : nullptr; }) + '"';
}

std::string tsvField(std::string_view text) {
    return replaced(text, [](char c) -> const char* {
        switch (c) {
            case '\t':
                return "\\t";
            case '\r':
                return "\\r";
            case '\n':
                return "\\n";
            case '\\':
                return "\\\\";
            case '\0':
                return "\\0";
            default:
                return nullptr;
        }
    });
}

std::string shellWord(std::string_view text) {
    return '\'' + replaced(text, [](char c) { return c == '\'' ? "'\\''" : nullptr; }) + '\'';
}

std::string fromUri(std::string_view text, const char*& wrong) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            out += text[at];
            continue;
        }
        const int high = at + 2 < text.size() ? hexDigit(text[at + 1]) : -1;
        const int low = high < 0 ? -1 : hexDigit(text[at + 2]);
        if (low < 0) {
            wrong = "is not a valid uri encoding";
            return out;
        }
        out += static_cast<char>(high << 4 | low);
        at += 2;
    }
    if (!isUtf8(out)) wrong = "is not a valid uri encoding";
    return out;
}

std::string fromBase64(std::string_view text, const char*& wrong) {
    std::string out;
    std::size_t rest = 0;
    if (!bytesOf(text, kBase64, 6, 4, out, rest)) {
        wrong = "is not valid base64 data";
    } else if (rest == 1) {
        wrong = "trailing base64 byte found";
    }
    return asUtf8(std::move(out));
}

std::string fromBase32(std::string_view text, const char*& wrong) {
    std::string out;
    std::size_t rest = 0;
    if (!bytesOf(text, kBase32, 5, 8, out, rest) || rest == 1 || rest == 3 || rest == 6)
        wrong = "is not valid base32 data";
    return asUtf8(std::move(out));
}

}  // namespace tenon::expr
