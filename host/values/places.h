// SPDX-License-Identifier: Apache-2.0
// Members, items and slices by their keys: reading, putting and removing, with the language's rules
// for null, negative numbers and what is not there.
#pragma once

#include <span>

#include "values/machine.h"

namespace tenon::expr {

// `container[key]`. False where it failed, as below.
bool get(Machine& machine, const Value& container, const Value& key, Value& out);
// `container[from:to]`; null where a bound is open.
bool slice(Machine& machine, const Value& container, const Value& from, const Value& to,
           Value& out);

// Along several keys; null where nothing is.
bool getAt(Machine& machine, const Value& root, std::span<const Value> path, Value& out);
// Moves out what is there and leaves null in its place, so that it can be changed in place.
bool takeAt(Machine& machine, Value& root, std::span<const Value> path, Value& out);
bool setAt(Machine& machine, Value& root, std::span<const Value> path, Value value);
// `paths` is an array of paths. What is not there is left out.
bool deleteAll(Machine& machine, Value& root, const Value& paths);

// A slice's bounds as places in something of that size.
struct Range {
    std::size_t from, to;
};
bool range(Machine& machine, const Value& from, const Value& to, std::size_t size, Range& out);

// Where the items of `part` stand in a row in the array.
bool rowsIn(Machine& machine, const Array& array, std::span<const Value> part, Value& out);

// Says that there is nothing in it to iterate over.
bool cannotIterate(Machine& machine, const Value& value);

}  // namespace tenon::expr
