// SPDX-License-Identifier: Apache-2.0
// What decides which filter is evaluated on what.
#pragma once

#include <string>

#include "expr/filters/filter.h"

namespace tenon::expr {

FilterPtr empty();
FilterPtr pipe(FilterPtr left, FilterPtr right);
FilterPtr comma(FilterPtr left, FilterPtr right);
// `//`: of the left, what is neither false nor null; else the right.
FilterPtr alternative(FilterPtr left, FilterPtr right);
FilterPtr conjunction(FilterPtr left, FilterPtr right);
FilterPtr disjunction(FilterPtr left, FilterPtr right);
// nullptr for `otherwise`: the input.
FilterPtr choice(FilterPtr condition, FilterPtr then, FilterPtr otherwise);
// nullptr for `handler`: nothing.
FilterPtr attempt(FilterPtr body, FilterPtr handler);
// The label is a binding of its own, known to `leave` by its distance.
FilterPtr label(FilterPtr body);
FilterPtr leave(std::size_t steps);

inline bool isTrue(const Value& value) {
    return !value.isNull() && !(value.boolean() && !*value.boolean());
}

}  // namespace tenon::expr
