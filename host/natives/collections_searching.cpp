// SPDX-License-Identifier: Apache-2.0
// Whether and where something is in an array, a text or an object.
#include <cstring>

#include "natives/collections.h"
#include "natives/room.h"
#include "natives/text_find.h"
#include "values/number.h"
#include "values/order.h"
#include "values/places.h"

namespace tenon::expr {
namespace {

bool sameKind(const Value& a, const Value& b) {
    if (a.boolean() && b.boolean()) return *a.boolean() == *b.boolean();
    return std::strcmp(kindName(a), kindName(b)) == 0;
}

bool contains(Machine& machine, const Value& a, const Value& b, bool& found);

bool someContains(Machine& machine, const Array& array, const Value& part, bool& found) {
    found = false;
    for (const auto& item : array)
        if (!contains(machine, item, part, found))
            return false;
        else if (found)
            return true;
    return true;
}

bool textContains(Machine& machine, const std::string& text, const std::string& part, bool& found) {
    if (!machine.spend(1 + (text.size() + part.size()) / 100)) return false;
    // Not std::string::find, which takes time by the product of the sizes.
    found = memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
    return true;
}

bool contains(Machine& machine, const Value& a, const Value& b, bool& found) {
    if (!machine.spend() || !machine.deeper()) return false;
    found = sameKind(a, b);
    if (!found) return true;
    if (const auto* text = textOf(a)) return textContains(machine, *text, *textOf(b), found);
    if (const auto* array = b.array()) {
        for (const auto& part : *array) {
            if (!someContains(machine, *a.array(), part, found)) return false;
            if (!found) return true;
        }
    } else if (const auto* object = b.object()) {
        for (const auto& member : *object) {
            const Value* other = a.find(member.name);
            found = other != nullptr;
            if (found && !contains(machine, *other, member.value, found)) return false;
            if (!found) return true;
        }
    } else {
        found = equal(machine, a, b);
    }
    return true;
}

bool contains(Call& call) {
    const Value& part = call.arguments[0];
    if (!sameKind(call.in, part))
        return call.machine.fail(call.machine.quoted(call.in) + " and " +
                                 call.machine.quoted(part) +
                                 " cannot have their containment checked");
    bool found = false;
    if (call.in.depth() > kDeepestCompared && part.depth() > kDeepestCompared)
        return call.machine.fail("Containment check too deep");
    if (!contains(call.machine, call.in, part, found)) return false;
    call.out = found;
    return true;
}

// The place of an equal item, or -1 less the place where it would be put.
bool binarySearch(Call& call) {
    const auto* array = call.in.array();
    if (!array) return call.machine.fail(call.machine.quoted(call.in) + " cannot be searched from");
    std::size_t from = 0, to = array->size();
    Comparing comparing(call.machine);
    while (from < to) {
        const auto middle = from + (to - from) / 2;
        const auto order = comparing.order(call.arguments[0], (*array)[middle]);
        if (!comparing.going()) return false;
        if (order == 0) {
            call.out = static_cast<std::int64_t>(middle);
            return true;
        }
        (order < 0 ? to : from) = order < 0 ? middle : middle + 1;
    }
    call.out = -1 - static_cast<std::int64_t>(from);
    return true;
}

bool placesOf(Call& call) {
    const Value& part = call.arguments[0];
    if (textOf(call.in) && textOf(part)) return textIndices(call.machine, call.in, part, call.out);
    if (const auto* array = call.in.array()) {
        const auto* row = part.array();
        return rowsIn(call.machine, *array, row ? std::span(*row) : std::span(&part, 1), call.out);
    }
    return get(call.machine, call.in, part, call.out);
}

// One of the places, or null.
template <bool theLast>
bool place(Call& call) {
    const Value& part = call.arguments[0];
    if (textOf(call.in) && textOf(part))
        return textIndex(call.machine, call.in, part, theLast, call.out);
    if (!placesOf(call)) return false;
    const Value places = std::move(call.out);
    const std::int64_t at = theLast && places.array() ? -1 : 0;
    return get(call.machine, places, at, call.out);
}

constexpr Native kSearchingNatives[] = {
    {"contains", 1, contains},  {"bsearch", 1, binarySearch}, {"indices", 1, placesOf},
    {"index", 1, place<false>}, {"rindex", 1, place<true>},
};

}  // namespace

Natives searchingNatives() { return kSearchingNatives; }

}  // namespace tenon::expr
