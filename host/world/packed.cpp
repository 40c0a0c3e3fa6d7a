// SPDX-License-Identifier: Apache-2.0
#include "world/packed.h"

#include <array>

#include "world/escapes.h"

namespace tenon::world {
namespace {

// By a character's code; below 0: none of the alphabet.
using Values = std::array<std::int8_t, 256>;

// What is written in it may be broken into lines.
struct Alphabet {
    unsigned bits;  // that a character stands for
    const Values& values;

    [[nodiscard]] int valueOf(char c) const { return values[static_cast<unsigned char>(c)]; }
};

constexpr int base64Value(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    if (c == '+' || c == '-') return 62;
    return c == '/' || c == '_' ? 63 : -1;
}

constexpr int hexValue(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

constexpr Values valuesOf(int (*valueOf)(char)) {
    Values out{};
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = static_cast<std::int8_t>(valueOf(static_cast<char>(i)));
    return out;
}

constexpr Values kBase64 = valuesOf(base64Value), kHex = valuesOf(hexValue);

struct Stretch {
    std::vector<std::uint8_t> values;
    std::vector<std::uint32_t> places;
};

// Nobody knows where the first byte began: from each character on, as far as it makes a difference.
void decode(const Stretch& stretch, const Alphabet& alphabet,
            const std::function<void(const Decoded&)>& use) {
    const std::size_t phases = 8 / (alphabet.bits == 4 ? 4 : 2);
    const std::size_t most = stretch.values.size() * alphabet.bits / 8;
    Decoded out;
    out.bytes.reserve(most);
    out.begin.reserve(most);
    out.end.reserve(most);
    for (std::size_t phase = 0; phase < phases; ++phase) {
        out.bytes.clear();
        out.begin.clear();
        out.end.clear();
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

Stretch stretchOf(std::string_view text, std::size_t begin, std::size_t end, std::size_t count,
                  const Alphabet& alphabet) {
    Stretch out;
    out.values.reserve(count);
    out.places.reserve(count);
    for (std::size_t at = begin; at < end; ++at) {
        const int value = alphabet.valueOf(text[at]);
        if (value < 0) continue;
        out.values.push_back(static_cast<std::uint8_t>(value));
        out.places.push_back(static_cast<std::uint32_t>(at));
    }
    return out;
}

void eachOf(std::string_view text, const Alphabet& alphabet, std::size_t least,
            const std::function<void(const Decoded&)>& use) {
    for (std::size_t at = 0; at < text.size();) {
        // Most are too short.
        std::size_t count = 0, end = at;
        for (; end < text.size(); ++end) {
            const bool broken = text[end] == '\n' || text[end] == '\r';
            const bool isOfIt = alphabet.valueOf(text[end]) >= 0;
            if (!isOfIt && !(broken && count > 0)) break;
            if (isOfIt) ++count;
        }
        if (count * alphabet.bits / 8 >= least)
            decode(stretchOf(text, at, end, count, alphabet), alphabet, use);
        at = end + 1;
    }
}

}  // namespace

void Decoded::add(char byte, std::uint32_t from, std::uint32_t to) {
    bytes += byte;
    begin.push_back(from);
    end.push_back(to);
}

void eachPacked(std::string_view text, std::size_t least,
                const std::function<void(const Decoded&)>& use) {
    eachOf(text, {6, kBase64}, least, use);
    eachOf(text, {4, kHex}, least, use);
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
