// SPDX-License-Identifier: Apache-2.0
#include "values/places.h"

#include <cmath>

#include "values/editor.h"
#include "values/number.h"
#include "values/order.h"
#include "values/points.h"

namespace tenon::expr {
namespace {

bool cannotIndex(Machine& machine, const Value& container, const Value& key) {
    return machine.fail("Cannot index " + std::string(kindName(container)) + " with " +
                        machine.quoted(key));
}

// The bounds of `{"start": …, "end": …}`, which is what a slice is in a path.
bool bounds(Machine& machine, const Value& container, const Value& key, Value& from, Value& to) {
    const Value *start = key.find("start"), *end = key.find("end");
    if (!start && !end) return cannotIndex(machine, container, key);
    from = start ? *start : Value();
    to = end ? *end : Value();
    return true;
}

// The characters [from, to) of a text.
std::string_view points(std::string_view text, std::size_t from, std::size_t to) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < from; ++i) nextPoint(text, begin);
    std::size_t end = begin;
    for (std::size_t i = from; i < to; ++i) nextPoint(text, end);
    return text.substr(begin, end - begin);
}

// `.[1.9]` is `.[1]`, `.[-1]` the last. False where it lies outside.
bool within(double index, std::size_t size, std::size_t& out) {
    if (std::isnan(index)) return false;
    index = std::floor(index);
    if (index < 0) index += static_cast<double>(size);
    if (index < 0 || index >= static_cast<double>(size)) return false;
    out = static_cast<std::size_t>(index);
    return true;
}

}  // namespace

bool rowsIn(Machine& machine, const Array& array, std::span<const Value> part, Value& out) {
    Array places;
    Comparing comparing(machine);
    for (std::size_t at = 0; !part.empty() && at + part.size() <= array.size(); ++at) {
        std::size_t same = 0;
        while (same < part.size() && comparing.equal(array[at + same], part[same])) ++same;
        if (!comparing.going()) return false;
        if (same < part.size()) continue;
        if (!machine.make(sizeof(Value))) return false;
        places.emplace_back(static_cast<std::int64_t>(at));
    }
    out = std::move(places);
    return true;
}

bool cannotIterate(Machine& machine, const Value& value) {
    return machine.fail("Cannot iterate over " + machine.quoted(value));
}

bool range(Machine& machine, const Value& from, const Value& to, std::size_t size, Range& out) {
    const auto clamp = [&](double bound) {
        if (std::isnan(bound)) return std::size_t{0};
        if (bound < 0) bound += static_cast<double>(size);
        return static_cast<std::size_t>(std::clamp(bound, 0.0, static_cast<double>(size)));
    };
    const auto start = from.isNull() ? 0.0 : real(from);
    const auto end = to.isNull() ? static_cast<double>(size) : real(to);
    if (!start || !end)
        return machine.fail("Start and end indices of an array slice must be numbers");
    out.from = clamp(std::floor(*start));
    out.to = std::max(out.from, std::isnan(*end) ? size : clamp(std::ceil(*end)));
    return true;
}

bool slice(Machine& machine, const Value& container, const Value& from, const Value& to,
           Value& out) {
    Range part{};
    if (const auto* array = container.array()) {
        if (!range(machine, from, to, array->size(), part)) return false;
        if (!machine.make((part.to - part.from) * sizeof(Value))) return false;
        const auto begin = array->begin();
        out = Array(begin + static_cast<std::ptrdiff_t>(part.from),
                    begin + static_cast<std::ptrdiff_t>(part.to));
        return true;
    }
    if (const auto* text = textOf(container)) {
        if (!range(machine, from, to, countPoints(*text), part)) return false;
        if (!machine.spend(text->size() / 64) || !machine.make(text->size())) return false;
        out = like(container, std::string(points(*text, part.from, part.to)));
        return true;
    }
    out = Value();
    if (container.isNull()) return range(machine, from, to, 0, part);
    return machine.fail("Cannot index " + std::string(kindName(container)) + " with object");
}

bool get(Machine& machine, const Value& container, const Value& key, Value& out) {
    if (const auto* name = textOf(key)) {
        if (const auto* object = container.object()) {
            const Value* member = object->find(*name);
            out = member ? *member : Value();
            return true;
        }
        out = Value();
        return container.isNull() || cannotIndex(machine, container, key);
    }
    if (key.isNumber()) {
        if (const auto* array = container.array()) {
            std::size_t at = 0;
            out = within(real(key).value_or(NAN), array->size(), at) ? (*array)[at] : Value();
            return true;
        }
        out = Value();
        return container.isNull() || cannotIndex(machine, container, key);
    }
    if (key.object()) {
        Value from, to;
        return bounds(machine, container, key, from, to) &&
               slice(machine, container, from, to, out);
    }
    if (key.array() && container.array()) {
        return rowsIn(machine, *container.array(), *key.array(), out);
    }
    out = Value();
    if (container.isNull() && key.isNull()) return true;
    return cannotIndex(machine, container, key);
}

bool getAt(Machine& machine, const Value& root, std::span<const Value> path, Value& out) {
    out = root;
    for (const auto& key : path) {
        if (out.isNull() && !key.object()) continue;
        Value next;
        if (!machine.spend() || !get(machine, out, key, next)) return false;
        out = std::move(next);
    }
    return true;
}

}  // namespace tenon::expr
