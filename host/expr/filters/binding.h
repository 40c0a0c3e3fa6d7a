// SPDX-License-Identifier: Apache-2.0
// What binds names to values: `as`, `reduce`, `foreach`, and the patterns in them.
#pragma once

#include <memory>
#include <vector>

#include "expr/filters/filter.h"

namespace tenon::expr {

// A pattern whose variables are slots, in the order in which they are bound.
struct Shape {
    struct Entry {
        int slot = -1;  // of `$name` in an object; -1 for none
        FilterPtr key;  // evaluated on what is taken apart, with what stood round the pattern
        std::unique_ptr<Shape> value;
    };
    int slot = -1;  // set: it is this variable
    std::vector<Shape> items;
    std::vector<Entry> entries;
};

// Patterns of which the first that fits counts (`?//`), and how many variables all of them have.
struct Shapes {
    std::vector<Shape> choices;
    std::size_t slots = 0;
    // One variable and nothing else.
    [[nodiscard]] bool plain() const { return choices.size() == 1 && choices[0].slot == 0; }
};

FilterPtr bind(FilterPtr source, Shapes shapes, FilterPtr body);
FilterPtr reduce(FilterPtr source, Shapes shapes, FilterPtr start, FilterPtr step);
// nullptr for `result`: the state.
FilterPtr foreach (FilterPtr source, Shapes shapes, FilterPtr start, FilterPtr step,
                   FilterPtr result);

// Calls `then` with an environment for each way in which the value can be taken apart.
using Bound = Taker<const Environment&>;
bool destructure(const Shapes& shapes, Machine& machine, const Environment& where,
                 const Value& value, Bound then);

}  // namespace tenon::expr
