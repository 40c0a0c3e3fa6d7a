// SPDX-License-Identifier: Apache-2.0
// Removing what several paths lead to.
#include <algorithm>
#include <cmath>

#include "values/number.h"
#include "values/order.h"
#include "values/own.h"
#include "values/places.h"

namespace tenon::expr {
namespace {

bool cannotDelete(Machine& machine, const Value& container, const Value& key) {
    const std::string what = key.object() ? "object" : textOf(key) ? "string" : kindName(key);
    if (key.object() && !container.array())
        return machine.fail("Cannot delete field at object index of " +
                            std::string(kindName(container)));
    if (textOf(key) || (key.isNumber() && container.object()))
        return machine.fail("Cannot delete field at " +
                            std::string(textOf(key) ? "object" : "array") + " index of " +
                            kindName(container));
    return machine.fail("Cannot delete field at " + what + " index of " + kindName(container));
}

bool deleteItem(Value& here, const Value& key) {
    double index = real(key).value_or(NAN);
    if (std::isnan(index)) return true;
    index = std::floor(index);
    const auto size = static_cast<double>(here.array()->size());
    if (index < 0) index += size;
    if (index < 0 || index >= size) return true;
    auto& array = ValueEditor::array(here);
    array.erase(array.begin() + static_cast<std::ptrdiff_t>(index));
    return true;
}

bool deleteSlice(Machine& machine, Value& here, const Value& key) {
    const Value *start = key.find("start"), *end = key.find("end");
    Range part{};
    if (!range(machine, start ? *start : Value(), end ? *end : Value(), here.array()->size(), part))
        return false;
    auto& array = ValueEditor::array(here);
    array.erase(array.begin() + static_cast<std::ptrdiff_t>(part.from),
                array.begin() + static_cast<std::ptrdiff_t>(part.to));
    return true;
}

bool deleteOne(Machine& machine, Value& here, std::span<const Value> path) {
    if (path.empty()) {
        here = Value();
        return true;
    }
    if (here.isNull()) return true;
    if (!machine.spend() || !machine.deeper()) return false;
    const Value& key = path.front();
    if (path.size() > 1) {
        Value inner;
        if (!get(machine, here, key, inner)) return false;
        if (inner.isNull()) return true;
        // The container lets go of it, so that it can be changed in place.
        if (!key.object() && !setAt(machine, here, path.first(1), Value())) return false;
        return deleteOne(machine, inner, path.subspan(1)) &&
               setAt(machine, here, path.first(1), std::move(inner));
    }
    if ((here.object() || here.array()) && !payToOwn(machine, here)) return false;
    if (textOf(key) && here.object()) {
        if (here.object()->find(*textOf(key))) ValueEditor::object(here).erase(*textOf(key));
        return true;
    }
    if (key.isNumber() && here.array()) return deleteItem(here, key);
    if (key.object() && here.array()) return deleteSlice(machine, here, key);
    return cannotDelete(machine, here, key);
}

// Where in an array of that size a key points; nothing where it points outside.
bool rangeOf(Machine& machine, const Value& key, std::size_t size, Range& out) {
    if (key.object()) {
        const Value *start = key.find("start"), *end = key.find("end");
        return range(machine, start ? *start : Value(), end ? *end : Value(), size, out);
    }
    out = {0, 0};
    double index = std::floor(real(key).value_or(NAN));
    if (index < 0) index += static_cast<double>(size);
    if (index >= 0 && index < static_cast<double>(size))
        out = {static_cast<std::size_t>(index), static_cast<std::size_t>(index) + 1};
    return true;
}

// Items of one array, all at once: each key means what it did before the others were removed.
bool deleteItems(Machine& machine, Value& root, std::span<const Value> paths) {
    const Array& first = *paths.front().array();
    const std::span<const Value> where(first.data(), first.size() - 1);
    Value container;
    if (!getAt(machine, root, where, container)) return false;
    if (!container.array()) {
        for (std::size_t i = paths.size(); i-- > 0;)
            if (!deleteOne(machine, root, *paths[i].array())) return false;
        return true;
    }
    // The root lets go of it, so that it can be changed in place. A part of an array is a copy
    // anyway.
    const bool part = !where.empty() && where.back().object();
    if (!part && !setAt(machine, root, where, Value())) return false;
    if (!payToOwn(machine, container)) return false;
    auto& array = ValueEditor::array(container);
    std::vector<bool> gone(array.size());
    for (const auto& path : paths) {
        Range range{};
        if (!rangeOf(machine, path.array()->back(), gone.size(), range) ||
            !machine.spend(1 + (range.to - range.from) / 64))
            return false;
        std::fill(gone.begin() + static_cast<std::ptrdiff_t>(range.from),
                  gone.begin() + static_cast<std::ptrdiff_t>(range.to), true);
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < array.size(); ++i)
        if (!gone[i]) std::swap(array[kept++], array[i]);
    array.resize(kept);
    return machine.spend(gone.size()) && setAt(machine, root, where, std::move(container));
}

bool ofItem(const Value& path) {
    const auto* keys = path.array();
    return !keys->empty() && (keys->back().isNumber() || keys->back().object());
}

bool siblings(Machine& machine, const Value& a, const Value& b) {
    const auto &x = *a.array(), &y = *b.array();
    return x.size() == y.size() &&
           std::equal(x.begin(), x.end() - 1, y.begin(),
                      [&](const Value& p, const Value& q) { return equal(machine, p, q); });
}

}  // namespace

// From the last to the first, so that none moves what another means.
bool deleteAll(Machine& machine, Value& root, const Value& paths) {
    if (!paths.array()) return machine.fail("Paths must be specified as an array");
    for (const auto& path : *paths.array()) {
        if (!path.array()) return machine.fail("Path must be specified as an array");
        if (path.array()->size() > kLongestPath) return machine.fail("Path too deep");
    }
    Array sorted = *paths.array();
    if (!machine.make(sorted.size() * sizeof(Value)) || !machine.spend(sorted.size())) return false;
    Comparing comparing(machine);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const Value& a, const Value& b) { return comparing.before(a, b); });
    if (!comparing.going()) return false;
    for (std::size_t end = sorted.size(); end > 0;) {
        std::size_t begin = end - 1;
        while (begin > 0 && ofItem(sorted[begin]) && ofItem(sorted[begin - 1]) &&
               siblings(machine, sorted[begin], sorted[begin - 1]))
            --begin;
        const bool good =
            end - begin > 1
                ? deleteItems(machine, root, std::span(sorted).subspan(begin, end - begin))
                : deleteOne(machine, root, *sorted[begin].array());
        if (!good) return false;
        end = begin;
    }
    return true;
}

}  // namespace tenon::expr
