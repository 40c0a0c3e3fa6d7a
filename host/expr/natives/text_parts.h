// SPDX-License-Identifier: Apache-2.0
// Texts taken apart and put together: characters, parts, places.
#pragma once

#include "expr/natives/native.h"

namespace tenon::expr {

Natives textPartNatives();

// Of texts (strings or secrets) alone; false where the machine has had enough.
// All places of `part` in `text`, overlapping, in characters. None for an empty part.
bool textIndices(Machine& machine, const Value& text, const Value& part, Value& out);
// The first or the last of them, or null.
bool textIndex(Machine& machine, const Value& text, const Value& part, bool last, Value& out);
// The parts between the separators; the characters where the separator is empty.
bool splitText(Machine& machine, const Value& text, const Value& separator, Value& out);

}  // namespace tenon::expr
