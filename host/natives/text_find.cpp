// SPDX-License-Identifier: Apache-2.0
#include "natives/text_find.h"

#include <cstring>

#include "values/points.h"

namespace tenon::expr {
namespace {

constexpr std::size_t kWindow = std::size_t{1} << 20;  // bytes between two looks at the clock

// Calls `found` with each place in bytes, overlapping ones too: Knuth, Morris and Pratt's way, as
// texts of one letter would take for ever in another.
template <class Found>
bool eachPlace(Machine& machine, std::string_view text, std::string_view part, Found found) {
    if (part.empty() || part.size() > text.size()) return true;
    if (!machine.make(part.size() * sizeof(std::size_t))) return false;
    std::vector<std::size_t> borders(part.size());
    for (std::size_t i = 1, known = 0; i < part.size(); ++i) {
        while (known > 0 && part[i] != part[known]) known = borders[known - 1];
        if (part[i] == part[known]) ++known;
        borders[i] = known;
    }
    if (!machine.spend(1 + part.size() / 20)) return false;
    for (std::size_t i = 0, known = 0; i < text.size(); ++i) {
        if (i % 1024 == 0 && !machine.spend(50)) return false;
        while (known > 0 && text[i] != part[known]) known = borders[known - 1];
        if (text[i] != part[known]) continue;
        if (++known < part.size()) continue;
        if (!found(i + 1 - part.size())) return false;
        known = borders[known - 1];
    }
    return true;
}

}  // namespace

bool findText(Machine& machine, std::string_view text, std::string_view part, std::size_t from,
              std::size_t& place) {
    place = text.npos;
    while (from + part.size() <= text.size()) {
        const auto window = text.substr(from, kWindow + part.size());
        if (!machine.spend(1)) return false;
        // memmem of glibc takes linear time.
        const auto* at = memmem(window.data(), window.size(), part.data(), part.size());
        const auto looked =
            at ? static_cast<std::size_t>(static_cast<const char*>(at) - window.data())
               : window.size();
        if (!machine.spend(looked / 100)) return false;
        if (at) {
            place = from + looked;
            return true;
        }
        from += kWindow + 1;
    }
    return true;
}

bool textIndices(Machine& machine, const Value& text, const Value& part, Value& out) {
    Array places;
    std::size_t counted = 0, points = 0;
    const std::string_view whole = *textOf(text);
    const auto add = [&](std::size_t place) {
        points += countPoints(whole.substr(counted, place - counted));
        counted = place;
        if (!machine.make(sizeof(Value))) return false;
        places.emplace_back(static_cast<std::int64_t>(points));
        return true;
    };
    if (!eachPlace(machine, whole, *textOf(part), add)) return false;
    out = std::move(places);
    return true;
}

bool textIndex(Machine& machine, const Value& text, const Value& part, bool last, Value& out) {
    const std::string_view whole = *textOf(text), wanted = *textOf(part);
    std::size_t place = whole.npos;
    const auto keep = [&](std::size_t found) {
        place = found;
        return true;
    };
    if (wanted.empty()) {
        out = nullptr;
        return true;
    }
    if (!(last ? eachPlace(machine, whole, wanted, keep)
               : findText(machine, whole, wanted, 0, place)))
        return false;
    out = nullptr;
    if (place != whole.npos) out = static_cast<std::int64_t>(countPoints(whole.substr(0, place)));
    return true;
}

bool splitText(Machine& machine, const Value& text, const Value& separator, Value& out) {
    const std::string_view whole = *textOf(text), between = *textOf(separator);
    Array parts;
    const auto add = [&](std::string_view part) {
        if (!machine.spend() || !machine.make(sizeof(Value) + part.size())) return false;
        parts.push_back(like(text, std::string(part)));
        return true;
    };
    std::size_t begin = 0;
    while (between.empty() && begin < whole.size()) {
        std::size_t end = begin;
        nextPoint(whole, end);
        if (!add(whole.substr(begin, end - begin))) return false;
        begin = end;
    }
    while (!between.empty() && !whole.empty()) {
        std::size_t end = 0;
        if (!findText(machine, whole, between, begin, end)) return false;
        if (!add(whole.substr(begin, end == whole.npos ? end : end - begin))) return false;
        if (end == whole.npos) break;
        begin = end + between.size();
    }
    out = std::move(parts);
    return true;
}

}  // namespace tenon::expr
