// SPDX-License-Identifier: Apache-2.0
// What the operators do with texts, arrays and objects. `left` is used up.
#pragma once

#include "values/machine.h"

namespace tenon::expr {

bool joinTexts(Machine& machine, Value&& left, const Value& right, Value& out);
bool joinArrays(Machine& machine, Value&& left, const Value& right, Value& out);
bool joinObjects(Machine& machine, Value&& left, const Value& right, Value& out);
// Objects that both have under a name are merged in their turn.
bool mergeObjects(Machine& machine, Value&& left, const Value& right, Value& out);
// Null for less than nothing, "" for less than once.
bool repeat(Machine& machine, const Value& text, double times, Value& out);

}  // namespace tenon::expr
