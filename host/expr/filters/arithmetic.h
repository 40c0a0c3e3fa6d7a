// SPDX-License-Identifier: Apache-2.0
// + - * / % of any two values. Integers stay exact as long as the result is one of 64 bits; what
// leaves them becomes a real. Nobody computes with wider ones.
#pragma once

#include "values/machine.h"

namespace tenon::expr {

bool add(Machine& machine, Value&& left, Value&& right, Value& out);
bool subtract(Machine& machine, Value&& left, Value&& right, Value& out);
bool multiply(Machine& machine, Value&& left, Value&& right, Value& out);
bool divide(Machine& machine, Value&& left, Value&& right, Value& out);
bool remain(Machine& machine, Value&& left, Value&& right, Value& out);
bool negate(Machine& machine, const Value& value, Value& out);

}  // namespace tenon::expr
