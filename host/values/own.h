// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "values/editor.h"
#include "values/machine.h"

namespace tenon::expr {

// May there be so many levels?
inline bool mayNest(Machine& machine, std::uint32_t depth) {
    return depth <= Value::kDeepest || machine.fail("The value is nested too deep");
}
// May it be put into another value?
inline bool fits(Machine& machine, const Value& part) { return mayNest(machine, part.depth() + 1); }

// Before an array or object is changed in place: pays for the copy where others hold it.
inline bool payToOwn(Machine& machine, const Value& value) {
    if (!ValueEditor::shared(value)) return true;
    const bool array = value.array();
    const std::size_t size = array ? value.array()->size() : value.object()->size();
    return machine.spend(1 + size / 4) &&
           machine.make(size * (array ? sizeof(Value) : sizeof(Member)));
}

}  // namespace tenon::expr
