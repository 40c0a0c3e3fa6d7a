// SPDX-License-Identifier: Apache-2.0
#include "world/escapes.h"

#include <optional>
#include <string>

#include "world/html_names.h"

namespace tenon::world {
namespace {

int digitOf(char c, int base) {
    int digit = 99;
    if (c >= '0' && c <= '9') digit = c - '0';
    if (c >= 'a' && c <= 'f') digit = c - 'a' + 10;
    if (c >= 'A' && c <= 'F') digit = c - 'A' + 10;
    return digit < base ? digit : -1;
}

// The characters of a text that is decoded `depth` times already.
class Characters {
  public:
    Characters(std::string_view text, std::size_t at, int depth)
        : text_(text), at_(at), depth_(depth) {}

    [[nodiscard]] std::size_t at() const { return at_; }
    void back(std::size_t at) { at_ = at; }
    // One byte; nothing at the end or where no ASCII character stands.
    std::optional<char> take() {
        if (at_ >= text_.size()) return std::nullopt;
        const Unit unit = unitAt(text_, at_, depth_);
        if (unit.size != 1) return std::nullopt;
        at_ = unit.next;
        return unit.bytes[0];
    }
    // A number of exactly `digits` digits.
    std::optional<std::uint32_t> number(int digits, int base) {
        std::uint32_t out = 0;
        while (digits-- > 0) {
            const auto c = take();
            const int digit = c ? digitOf(*c, base) : -1;
            if (digit < 0) return std::nullopt;
            out = out * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(digit);
        }
        return out;
    }

  private:
    std::string_view text_;
    std::size_t at_;
    int depth_;
};

Unit byte(char c, std::size_t next) { return {{c}, 1, next}; }

Unit character(std::uint32_t code, std::size_t next) {
    Unit out;
    out.next = next;
    const auto add = [&](std::uint32_t b) { out.bytes[out.size++] = static_cast<char>(b); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0 | code >> 6);
        add(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        add(0xE0 | code >> 12);
        add(0x80 | (code >> 6 & 0x3F));
        add(0x80 | (code & 0x3F));
    } else {
        add(0xF0 | (code >> 18 & 7));
        add(0x80 | (code >> 12 & 0x3F));
        add(0x80 | (code >> 6 & 0x3F));
        add(0x80 | (code & 0x3F));
    }
    return out;
}

// After "\u": also the second half of what needs two.
std::optional<Unit> sixteenBits(Characters& rest) {
    const auto high = rest.number(4, 16);
    if (!high) return std::nullopt;
    const auto end = rest.at();
    if (*high >= 0xD800 && *high < 0xDC00 && rest.take() == '\\' && rest.take() == 'u') {
        const auto low = rest.number(4, 16);
        if (low && *low >= 0xDC00 && *low < 0xE000)
            return character(0x10000 + ((*high - 0xD800) << 10) + (*low - 0xDC00), rest.at());
    }
    return character(*high, end);
}

std::optional<Unit> backslash(Characters& rest) {
    const auto begin = rest.at();
    const auto c = rest.take();
    if (!c) return std::nullopt;
    constexpr std::string_view letters = "nrtbfv0ae", meant("\n\r\t\b\f\v\0\a\x1b", 9);
    if (*c == 'u') return sixteenBits(rest);
    if (*c == 'x') {
        const auto code = rest.number(2, 16);
        return code ? std::optional(byte(static_cast<char>(*code), rest.at())) : std::nullopt;
    }
    if (*c >= '0' && *c <= '3') {
        rest.back(begin);
        if (const auto code = rest.number(3, 8)) return byte(static_cast<char>(*code), rest.at());
        rest.back(begin);
        rest.take();
    }
    if (const auto at = letters.find(*c); at != letters.npos) return byte(meant[at], rest.at());
    constexpr std::string_view themselves = "\\\"'/$`!#&()*;<>?[]{|}~ =,:%@^+-.";
    if (themselves.find(*c) != themselves.npos) return byte(*c, rest.at());
    return std::nullopt;
}

std::optional<Unit> percent(Characters& rest) {
    const auto code = rest.number(2, 16);
    return code ? std::optional(byte(static_cast<char>(*code), rest.at())) : std::nullopt;
}

std::optional<Unit> pointerPart(Characters& rest) {
    const auto c = rest.take();
    if (c != '0' && c != '1') return std::nullopt;
    return byte(c == '0' ? '~' : '/', rest.at());
}

// "&lt;", "&#60;", "&#x3c;"; browsers do without the semicolon.
std::optional<Unit> reference(Characters& rest) {
    auto end = rest.at();
    auto c = rest.take();
    if (!c) return std::nullopt;
    if (*c != '#') {
        constexpr std::size_t longest = 8;
        std::string name;
        while (c && *c != ';' && name.size() < longest) {
            name += *c;
            c = rest.take();
        }
        const auto code = c == ';' ? htmlCharacter(name) : std::nullopt;
        return code ? std::optional(character(*code, rest.at())) : std::nullopt;
    }
    end = rest.at();
    c = rest.take();
    const bool hex = c == 'x' || c == 'X';
    if (hex) {
        end = rest.at();
        c = rest.take();
    }
    std::uint32_t code = 0;
    constexpr int most = 10;  // leading zeros are allowed
    int digits = 0;
    for (; c && digits < most && digitOf(*c, hex ? 16 : 10) >= 0; ++digits) {
        code = code * (hex ? 16 : 10) + static_cast<std::uint32_t>(digitOf(*c, 16));
        if (code > 0x10FFFF) return std::nullopt;
        end = rest.at();
        c = rest.take();
    }
    if (digits == 0) return std::nullopt;
    return character(code, c == ';' ? rest.at() : end);
}

}  // namespace

std::string utf8(std::uint32_t code) { return std::string(character(code, 0).text()); }

Unit unitAt(std::string_view text, std::size_t at, int depth) {
    if (depth == 0 || !beginsEscape(text[at])) return byte(text[at], at + 1);
    const Unit first = unitAt(text, at, depth - 1);
    if (first.size != 1) return first;
    Characters rest(text, first.next, depth - 1);
    const char c = first.bytes[0];
    const auto decoded = c == '\\'  ? backslash(rest)
                         : c == '%' ? percent(rest)
                         : c == '&' ? reference(rest)
                         : c == '~' ? pointerPart(rest)
                                    : std::nullopt;
    return decoded.value_or(first);
}

}  // namespace tenon::world
