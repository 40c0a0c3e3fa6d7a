// SPDX-License-Identifier: Apache-2.0
// Where a text stands in another.
#pragma once

#include "expr/machine.h"

namespace tenon::expr {

// An array of the offsets, in code points, of all places where `part` stands; they may overlap.
// Both are strings or secrets. Of the empty text there are none.
bool textIndices(Machine& machine, const Value& text, const Value& part, Value& out);

}  // namespace tenon::expr
