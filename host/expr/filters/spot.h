// SPDX-License-Identifier: Apache-2.0
// A place in a value, as the way there: each spot knows the one that it lies in.
#pragma once

#include "tenon/value.h"

namespace tenon::expr {

struct Spot {
    Value value;                   // what is there; null where nothing is
    const Spot* inside = nullptr;  // outlives this one
    Value key;
    bool lost = false;  // made on the way: it lies nowhere
    std::uint32_t depth = 0;

    // Where the walk begins.
    static Spot root(Value value) { return {std::move(value), nullptr, {}, false, 0}; }
    static Spot nowhere(Value value) { return {std::move(value), nullptr, {}, true, 0}; }
    [[nodiscard]] Spot at(Value key, Value value) const {
        return {std::move(value), this, std::move(key), false, depth + 1};
    }
    // The keys from the outermost on.
    [[nodiscard]] Array path() const {
        Array out(depth);
        for (const Spot* here = this; here->inside; here = here->inside)
            out[here->depth - 1] = here->key;
        return out;
    }
};

}  // namespace tenon::expr
