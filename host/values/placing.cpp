// SPDX-License-Identifier: Apache-2.0
// Putting a value somewhere inside another.
#include <cmath>

#include "values/number.h"
#include "values/order.h"
#include "values/own.h"
#include "values/places.h"

namespace tenon::expr {
namespace {

// The item's own place, made where there is none.
bool itemFor(Machine& machine, Value& container, const Value& key, Value*& out) {
    const double wanted = real(key).value_or(NAN);
    if (std::isnan(wanted)) return machine.fail("Cannot set array element at NaN index");
    if (container.isNull()) container = Array();
    const std::size_t size = container.array()->size();
    double index = std::floor(wanted);
    if (index < 0) index += static_cast<double>(size);
    if (index < 0) return machine.fail("Out of bounds negative array index");
    constexpr double most = 536'870'911;
    if (index > most) return machine.fail("Array index too large");
    const auto at = static_cast<std::size_t>(index);
    if (at >= size && !machine.make((at + 1 - size) * sizeof(Value))) return false;
    if (!payToOwn(machine, container)) return false;
    auto& array = ValueEditor::array(container);
    if (at >= size) array.resize(at + 1);
    out = &array[at];
    return true;
}

bool memberFor(Machine& machine, Value& container, const Value& key, Value*& out) {
    if (container.isNull()) container = Object();
    if (!payToOwn(machine, container)) return false;
    const std::string name = machine.name(key);
    auto& object = ValueEditor::object(container);
    out = object.find(name);
    if (out) return true;
    if (!machine.make(sizeof(Member) + name.size())) return false;
    object.set(name, Value());
    out = object.find(name);
    return true;
}

// A slice is taken out, changed and put back, whatever its size is then.
template <class Change>
bool changeSlice(Machine& machine, Value& container, const Value& key, Change&& change) {
    if (container.isNull()) container = Array();
    if (!container.array())
        return machine.fail(textOf(container) ? "Cannot update string slices"
                                              : "Cannot update field at object index of " +
                                                    std::string(kindName(container)));
    const Value *start = key.find("start"), *end = key.find("end");
    Value part;
    Range where{};
    if (!range(machine, start ? *start : Value(), end ? *end : Value(), container.array()->size(),
               where) ||
        !get(machine, container, key, part) || !change(part))
        return false;
    const auto* items = part.array();
    if (!items) return machine.fail("A slice of an array can only be assigned another array");
    const auto sizeNow = container.array()->size() - (where.to - where.from) + items->size();
    if (!payToOwn(machine, container) || !machine.spend(sizeNow / 4) ||
        !machine.make(sizeNow * sizeof(Value)))
        return false;
    auto& array = ValueEditor::array(container);
    const auto at = array.begin() + static_cast<std::ptrdiff_t>(where.from);
    const auto behind = array.erase(at, array.begin() + static_cast<std::ptrdiff_t>(where.to));
    array.insert(behind, items->begin(), items->end());
    for (const auto& item : *items) ValueEditor::holds(container, item);
    return true;
}

bool cannotSet(Machine& machine, const Value& container, const Value& key) {
    if (key.array() && container.array())
        return machine.fail("Cannot update field at array index of array");
    if (textOf(key) || key.isNumber())
        return machine.fail("Cannot index " + std::string(kindName(container)) + " with " +
                            machine.quoted(key));
    return machine.fail("Invalid path component: cannot use " + machine.quoted(key) + " on " +
                        std::string(kindName(container)));
}

// Calls `change` with the place that the path leads to.
template <class Change>
bool changeAt(Machine& machine, Value& here, std::span<const Value> path, Change& change) {
    if (path.empty()) return change(here);
    if (!machine.spend() || !machine.deeper()) return false;
    const Value& key = path.front();
    const auto rest = path.subspan(1);
    const auto inner = [&](Value& place) { return changeAt(machine, place, rest, change); };
    Value* place = nullptr;
    if (key.object() && (here.isNull() || here.array() || textOf(here)))
        return changeSlice(machine, here, key, inner);
    if (textOf(key) && (here.isNull() || here.object())) {
        if (!memberFor(machine, here, key, place)) return false;
    } else if (key.isNumber() && (here.isNull() || here.array())) {
        if (!itemFor(machine, here, key, place)) return false;
    } else {
        return cannotSet(machine, here, key);
    }
    if (!inner(*place)) return false;
    if (!fits(machine, *place)) return false;
    ValueEditor::holds(here, *place);
    return true;
}

bool pathFits(Machine& machine, std::span<const Value> path) {
    return path.size() <= kLongestPath || machine.fail("Path too deep");
}

}  // namespace

bool setAt(Machine& machine, Value& root, std::span<const Value> path, Value value) {
    const auto put = [&](Value& place) {
        place = std::move(value);
        return true;
    };
    return pathFits(machine, path) && changeAt(machine, root, path, put);
}

bool takeAt(Machine& machine, Value& root, std::span<const Value> path, Value& out) {
    const auto take = [&](Value& place) {
        out = std::exchange(place, Value());
        return true;
    };
    // What is not there is not made.
    for (const auto& key : path)
        if (key.object()) return getAt(machine, root, path, out);
    return pathFits(machine, path) && changeAt(machine, root, path, take);
}

}  // namespace tenon::expr
