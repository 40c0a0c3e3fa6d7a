// SPDX-License-Identifier: Apache-2.0
#include "natives/texts.h"

#include "values/points.h"

namespace tenon::expr {
namespace {

// A copy, paid for.
bool copied(Call& call, std::string_view part, std::string& out) {
    if (!call.machine.spend(1 + part.size() / 100) || !call.machine.make(part.size())) return false;
    out = part;
    return true;
}

bool give(Call& call, std::string_view part) {
    std::string out;
    if (!copied(call, part, out)) return false;
    call.out = like(call.in, std::move(out));
    return true;
}

template <char first, char last>
bool shiftCase(Call& call, const char* refusal) {
    const auto* text = textOf(call.in);
    if (!text) return call.machine.fail(refusal);
    std::string out;
    if (!copied(call, *text, out)) return false;
    for (char& c : out)
        if (c >= first && c <= last) c = static_cast<char>(c ^ 0x20);
    call.out = like(call.in, std::move(out));
    return true;
}
bool downcase(Call& call) {
    return shiftCase<'A', 'Z'>(call, "ascii_downcase input must be a string");
}
bool upcase(Call& call) { return shiftCase<'a', 'z'>(call, "ascii_upcase input must be a string"); }

bool isSpace(std::uint32_t point) {
    if (point <= 0x20) return point == 0x20 || (point >= 0x09 && point <= 0x0d);
    return point == 0x85 || point == 0xa0 || point == 0x1680 ||
           (point >= 0x2000 && point <= 0x200a) || point == 0x2028 || point == 0x2029 ||
           point == 0x202f || point == 0x205f || point == 0x3000;
}

bool trimmed(Call& call, bool left, bool right) {
    const auto* text = textOf(call.in);
    if (!text) return call.machine.fail("trim input must be a string");
    if (!call.machine.spend(1 + text->size() / 100)) return false;
    const std::string_view whole = *text;
    std::size_t begin = 0, end = whole.size();
    while (left && begin < end) {
        std::size_t at = begin;
        if (!isSpace(nextPoint(whole, at))) break;
        begin = at;
    }
    while (right && begin < end) {
        const std::size_t last = pointBefore(whole, end);
        std::size_t at = last;
        if (!isSpace(nextPoint(whole, at))) break;
        end = last;
    }
    return give(call, whole.substr(begin, end - begin));
}
bool trim(Call& call) { return trimmed(call, true, true); }
bool ltrim(Call& call) { return trimmed(call, true, false); }
bool rtrim(Call& call) { return trimmed(call, false, true); }

// The input and the argument, where both are texts.
struct Both {
    const std::string* text;
    const std::string* part;
    explicit operator bool() const { return text && part; }
};
Both both(const Call& call) { return {textOf(call.in), textOf(call.arguments[0])}; }

constexpr auto kNoStart = "startswith() requires string inputs";
constexpr auto kNoEnd = "endswith() requires string inputs";

bool startsWith(Call& call) {
    const auto given = both(call);
    if (!given) return call.machine.fail(kNoStart);
    call.out = given.text->starts_with(*given.part);
    return true;
}
bool endsWith(Call& call) {
    const auto given = both(call);
    if (!given) return call.machine.fail(kNoEnd);
    call.out = given.text->ends_with(*given.part);
    return true;
}

bool without(Call& call, bool left, bool right) {
    const auto given = both(call);
    if (!given) return call.machine.fail(left ? kNoStart : kNoEnd);
    std::string_view rest = *given.text;
    if (left && rest.starts_with(*given.part)) rest.remove_prefix(given.part->size());
    if (right && rest.ends_with(*given.part)) rest.remove_suffix(given.part->size());
    return give(call, rest);
}
bool ltrimstr(Call& call) { return without(call, true, false); }
bool rtrimstr(Call& call) { return without(call, false, true); }
bool trimstr(Call& call) { return without(call, true, true); }

bool byteLength(Call& call) {
    const auto* text = textOf(call.in);
    if (!text)
        return call.machine.fail(call.machine.quoted(call.in) +
                                 " only strings have UTF-8 byte length");
    call.out = static_cast<std::int64_t>(text->size());
    return true;
}

constexpr Native kTextNatives[] = {
    {"ascii_downcase", 0, downcase},
    {"ascii_upcase", 0, upcase},
    {"trim", 0, trim},
    {"ltrim", 0, ltrim},
    {"rtrim", 0, rtrim},
    {"startswith", 1, startsWith},
    {"endswith", 1, endsWith},
    {"ltrimstr", 1, ltrimstr},
    {"rtrimstr", 1, rtrimstr},
    {"trimstr", 1, trimstr},
    {"utf8bytelength", 0, byteLength},
};

}  // namespace

Natives textNatives() { return kTextNatives; }

}  // namespace tenon::expr
