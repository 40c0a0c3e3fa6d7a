// SPDX-License-Identifier: Apache-2.0
// The order of all values: null, false, true, numbers, texts, arrays, objects. A secret is a text.
#pragma once

#include <compare>

#include "tenon/value.h"

namespace tenon::expr {

// NaN stands before all numbers and is less than itself, so that it equals nothing. Integers and
// reals are compared by what they are, not through doubles; objects by their sorted names first.
std::partial_ordering compare(const Value& a, const Value& b);

inline bool equal(const Value& a, const Value& b) { return compare(a, b) == 0; }
inline bool less(const Value& a, const Value& b) { return compare(a, b) < 0; }
// For sorting, where NaN must be its own equal.
inline bool sortsBefore(const Value& a, const Value& b) { return less(a, b) && !less(b, a); }

}  // namespace tenon::expr
