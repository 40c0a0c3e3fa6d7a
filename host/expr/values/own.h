// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/machine.h"
#include "expr/values/editor.h"

namespace tenon::expr {

// Before an array or object is changed in place: pays for the copy where others hold it.
inline bool payToOwn(Machine& machine, const Value& value) {
    if (!ValueEditor::shared(value)) return true;
    const bool array = value.array();
    const std::size_t size = array ? value.array()->size() : value.object()->size();
    return machine.spend(1 + size / 4) &&
           machine.make(size * (array ? sizeof(Value) : sizeof(Member)));
}

}  // namespace tenon::expr
