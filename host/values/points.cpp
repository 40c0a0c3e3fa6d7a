// SPDX-License-Identifier: Apache-2.0
#include "values/points.h"

namespace tenon::expr {
namespace {

// Bytes of the character that begins with this one; 0 where none does.
std::size_t lengthOf(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xc2 || lead > 0xf4) return 0;
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

constexpr std::uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
// What nextPoint gives for bytes that are no character, and for U+FFFD itself: this tells them
// apart.
constexpr std::uint32_t kBad = 0xffffffff;

bool isPoint(std::uint32_t point) {
    return point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
}

std::uint32_t next(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) return lead;
    const std::size_t length = lengthOf(lead);
    if (length == 0) return kBad;
    std::uint32_t point = lead & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (at == text.size() || !continues(text[at])) return kBad;
        point = point << 6 | (static_cast<unsigned char>(text[at++]) & 0x3fU);
    }
    return point >= kLeast[length] && isPoint(point) ? point : kBad;
}

}  // namespace

std::uint32_t nextPoint(std::string_view text, std::size_t& at) {
    const auto point = next(text, at);
    return point == kBad ? kReplacement : point;
}

std::size_t pointBefore(std::string_view text, std::size_t end) {
    std::size_t begin = end - 1;
    while (begin > 0 && end - begin < 4 && continues(text[begin])) --begin;
    std::size_t at = begin;
    next(text, at);
    return at == end ? begin : end - 1;
}

void appendPoint(std::string& out, std::uint32_t point) {
    if (!isPoint(point)) point = kReplacement;
    const auto tail = [&](unsigned shift) {
        out += static_cast<char>(0x80 | ((point >> shift) & 0x3f));
    };
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xc0 | point >> 6);
        tail(0);
    } else if (point < 0x10000) {
        out += static_cast<char>(0xe0 | point >> 12);
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xf0 | point >> 18);
        tail(12);
        tail(6);
        tail(0);
    }
}

std::size_t countPoints(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) next(text, at);
    return count;
}

bool isUtf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (next(text, at) == kBad) return false;
    return true;
}

std::string asUtf8(std::string text) {
    if (isUtf8(text)) return text;
    std::string out;
    for (std::size_t at = 0; at < text.size();) appendPoint(out, nextPoint(text, at));
    return out;
}

}  // namespace tenon::expr
