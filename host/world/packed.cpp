// SPDX-License-Identifier: Apache-2.0
#include "world/packed.h"

#include "world/escapes.h"

namespace tenon::world {
namespace {

// Shorter stretches hold nothing that is looked for.
constexpr std::size_t kShortestStretch = 6;

struct Alphabet {
    unsigned bits;         // that a character stands for
    int (*valueOf)(char);  // below 0: none of it
    bool lines;            // may be broken into lines
};

int base64Value(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    if (c == '+' || c == '-') return 62;
    return c == '/' || c == '_' ? 63 : -1;
}

int hexValue(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

struct Stretch {
    std::vector<std::uint8_t> values;
    std::vector<std::uint32_t> places;
};

// Nobody knows where the first byte began: from each character on, as far as it makes a difference.
void decode(const Stretch& stretch, const Alphabet& alphabet,
            const std::function<void(const Decoded&)>& use) {
    const std::size_t phases = 8 / (alphabet.bits == 4 ? 4 : 2);
    for (std::size_t phase = 0; phase < phases; ++phase) {
        Decoded out;
        unsigned bits = 0, kept = 0;
        std::uint32_t begin = 0;
        for (std::size_t i = phase; i < stretch.values.size(); ++i) {
            if (kept == 0) begin = stretch.places[i];
            bits = (bits << alphabet.bits | stretch.values[i]) & 0xFFFF;
            kept += alphabet.bits;
            if (kept < 8) continue;
            kept -= 8;
            out.add(static_cast<char>(bits >> kept & 0xFF), begin, stretch.places[i] + 1);
            begin = stretch.places[i];
        }
        use(out);
    }
}

void eachOf(std::string_view text, const Alphabet& alphabet,
            const std::function<void(const Decoded&)>& use) {
    for (std::size_t at = 0; at < text.size();) {
        Stretch stretch;
        for (; at < text.size(); ++at) {
            const int value = alphabet.valueOf(text[at]);
            const bool broken = text[at] == '\n' || text[at] == '\r';
            if (value < 0 && !(broken && alphabet.lines && !stretch.values.empty())) break;
            if (value < 0) continue;
            stretch.values.push_back(static_cast<std::uint8_t>(value));
            stretch.places.push_back(static_cast<std::uint32_t>(at));
        }
        if (stretch.values.size() >= kShortestStretch) decode(stretch, alphabet, use);
        ++at;
    }
}

}  // namespace

void Decoded::add(char byte, std::uint32_t from, std::uint32_t to) {
    bytes += byte;
    begin.push_back(from);
    end.push_back(to);
}

void eachPacked(std::string_view text, const std::function<void(const Decoded&)>& use) {
    eachOf(text, {6, base64Value, true}, use);
    eachOf(text, {4, hexValue, true}, use);
}

Decoded unescaped(std::string_view text) {
    Decoded out;
    for (std::size_t at = 0; at < text.size();) {
        const Unit unit = unitAt(text, at, kDeepestEscape);
        for (const char c : unit.text())
            out.add(c, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(unit.next));
        at = unit.next;
    }
    return out;
}

}  // namespace tenon::world
