// SPDX-License-Identifier: Apache-2.0
// What takes something out of a value, or gives one that stands in the text.
#pragma once

#include <string>
#include <vector>

#include "expr/filters/filter.h"

namespace tenon::expr {

FilterPtr identity();
FilterPtr literal(Value value);
// A variable of the scope, by its name.
FilterPtr global(std::string name);
// A value that was bound so many bindings further out.
FilterPtr local(std::size_t steps);
// `base[key]`; the keys are the outer loop.
FilterPtr index(FilterPtr base, FilterPtr key);
// `base.a.b[0]`, all in one.
FilterPtr walk(FilterPtr base, std::vector<Value> keys);
// `base[from:to]`; nullptr for an open bound.
FilterPtr slice(FilterPtr base, FilterPtr from, FilterPtr to);
FilterPtr iterate(FilterPtr base);
// `..`
FilterPtr everything();

}  // namespace tenon::expr
