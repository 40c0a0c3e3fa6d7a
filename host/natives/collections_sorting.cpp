// SPDX-License-Identifier: Apache-2.0
// What orders the items of an array. Those that end in `_impl` get the keys of the items beside
// them, as the language makes them: sort_by(f) is _sort_by_impl(map([f])).
#include <algorithm>
#include <numeric>

#include "natives/collections.h"
#include "natives/room.h"
#include "values/order.h"

namespace tenon::expr {
namespace {

using Places = std::vector<std::size_t>;

// An array and what it is ordered by; nullptr where it cannot be, which the machine then knows.
struct Ordering {
    const Array* items = nullptr;
    const Array* keys = nullptr;

    explicit operator bool() const { return items != nullptr; }
};

Ordering byItself(Call& call) {
    if (const auto* items = call.in.array()) return {items, items};
    call.machine.fail(call.machine.quoted(call.in) + " cannot be sorted, as it is not an array");
    return {};
}

Ordering byKeys(Call& call, const Value& keys, const char* why) {
    const auto *items = call.in.array(), *with = keys.array();
    if (items && with && items->size() == with->size()) return {items, with};
    call.machine.fail(call.machine.quoted(call.in) + " and " + call.machine.quoted(keys) + why);
    return {};
}

constexpr const char* kUnsorted = " cannot be sorted, as they are not both arrays";
constexpr const char* kNotIterated = " cannot be iterated over";

// Where the items stand when they are sorted.
bool sorted(Machine& machine, const Array& keys, Places& places) {
    if (!machine.spend(keys.size()) || !machine.make(keys.size() * sizeof(std::size_t)))
        return false;
    const auto deep = [](const Value& key) { return key.depth() > kDeepestCompared; };
    if (std::count_if(keys.begin(), keys.end(), deep) > 1)
        return machine.fail("Comparison too deep");
    places.resize(keys.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    Comparing comparing(machine);
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        return comparing.before(keys[a], keys[b]);
    });
    return comparing.going();
}

bool inOrder(Call& call, const Ordering& by) {
    Places places;
    if (!by || !sorted(call.machine, *by.keys, places)) return false;
    if (!roomFor(call.machine, places.size())) return false;
    Array out;
    out.reserve(places.size());
    for (const auto at : places) out.push_back((*by.items)[at]);
    call.out = std::move(out);
    return true;
}

bool sort(Call& call) { return inOrder(call, byItself(call)); }
bool sortBy(Call& call) { return inOrder(call, byKeys(call, call.arguments[0], kUnsorted)); }

// Items whose keys are equal, which NaN never is, each group in the order of the items: `use` gets
// the ends of each.
template <class Use>
bool eachGroup(Machine& machine, const Ordering& by, Places& places, Use use) {
    if (!by || !sorted(machine, *by.keys, places)) return false;
    Comparing comparing(machine);
    for (std::size_t from = 0, to = 0; from < places.size(); from = to) {
        const Value& key = (*by.keys)[places[from]];
        to = from + 1;
        while (to < places.size() && comparing.equal(key, (*by.keys)[places[to]])) {
            ++to;
        }
        if (!comparing.going() || !use(from, to)) return false;
    }
    return true;
}

bool groupBy(Call& call) {
    const auto by = byKeys(call, call.arguments[0], kUnsorted);
    if (!by || !mayNest(call.machine, call.in.depth() + 1)) return false;
    Array out;
    Places places;
    const auto group = [&](std::size_t from, std::size_t to) {
        if (!roomFor(call.machine, to - from + 1)) return false;
        Array items;
        items.reserve(to - from);
        for (std::size_t i = from; i < to; ++i) items.push_back((*by.items)[places[i]]);
        out.emplace_back(std::move(items));
        return true;
    };
    if (!eachGroup(call.machine, by, places, group)) return false;
    call.out = std::move(out);
    return true;
}

bool firstOfEach(Call& call, const Ordering& by) {
    Array out;
    Places places;
    const auto first = [&](std::size_t from, std::size_t) {
        if (!call.machine.make(sizeof(Value))) return false;
        out.push_back((*by.items)[places[from]]);
        return true;
    };
    if (!eachGroup(call.machine, by, places, first)) return false;
    call.out = std::move(out);
    return true;
}

bool unique(Call& call) { return firstOfEach(call, byItself(call)); }
bool uniqueBy(Call& call) { return firstOfEach(call, byKeys(call, call.arguments[0], kUnsorted)); }

// The first of the least, or the last of the greatest.
bool extreme(Call& call, const Ordering& by, bool least) {
    if (!by) return false;
    std::size_t best = 0;
    Comparing comparing(call.machine);
    for (std::size_t i = 1; i < by.items->size(); ++i) {
        if ((comparing.order((*by.keys)[i], (*by.keys)[best]) < 0) == least) best = i;
        if (!comparing.going()) return false;
    }
    call.out = by.items->empty() ? Value() : (*by.items)[best];
    return true;
}

bool min(Call& call) { return extreme(call, byKeys(call, call.in, kNotIterated), true); }
bool max(Call& call) { return extreme(call, byKeys(call, call.in, kNotIterated), false); }
bool minBy(Call& call) {
    return extreme(call, byKeys(call, call.arguments[0], kNotIterated), true);
}
bool maxBy(Call& call) {
    return extreme(call, byKeys(call, call.arguments[0], kNotIterated), false);
}

constexpr Native kSortingNatives[] = {
    {"sort", 0, sort},     {"_sort_by_impl", 1, sortBy},     {"_group_by_impl", 1, groupBy},
    {"unique", 0, unique}, {"_unique_by_impl", 1, uniqueBy}, {"min", 0, min},
    {"max", 0, max},       {"_min_by_impl", 1, minBy},       {"_max_by_impl", 1, maxBy},
};

}  // namespace

Natives sortingNatives() { return kSortingNatives; }

}  // namespace tenon::expr
