// SPDX-License-Identifier: Apache-2.0
// What a function asks before it builds a value or walks through one.
#pragma once

#include <string>

#include "values/own.h"
#include "values/places.h"

namespace tenon::expr {

// For an array of so many items, made now.
inline bool roomFor(Machine& machine, std::size_t items) {
    if (items > SIZE_MAX / (2 * sizeof(Value))) return machine.make(SIZE_MAX);
    return machine.spend(items) && machine.make(items * sizeof(Value));
}

// For a text or the name of a member of so many bytes.
inline bool roomForText(Machine& machine, std::size_t bytes) {
    return machine.spend(1 + bytes / 100) && machine.make(bytes);
}

// The items of an array, or the values of an object's members.
template <class Use>
bool eachOf(Machine& machine, const Value& value, Use use) {
    if (const auto* array = value.array()) {
        for (const auto& item : *array)
            if (!machine.spend() || !use(item)) return false;
        return true;
    }
    if (const auto* object = value.object()) {
        for (const auto& member : *object)
            if (!machine.spend() || !use(member.value)) return false;
        return true;
    }
    return cannotIterate(machine, value);
}

}  // namespace tenon::expr
