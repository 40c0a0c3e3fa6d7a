// SPDX-License-Identifier: Apache-2.0
// Changing what lies at the paths of a filter.
#pragma once

#include <string_view>

#include "expr/filters/filter.h"

namespace tenon::expr {

// `paths |= update`: the first output of the update; none removes what is there.
FilterPtr modify(FilterPtr paths, FilterPtr update);
// `paths = values`, one result for each value.
FilterPtr assign(FilterPtr paths, FilterPtr values);
// `paths += values` and its like: `sign` is the operator without `=`; `//` is among them.
FilterPtr updateBy(std::string_view sign, FilterPtr paths, FilterPtr values);

// All paths of the filter in the input. False where it fails, or an output lies nowhere.
bool collectPaths(const Filter& filter, Machine& machine, const Environment& where, const Value& in,
                  Array& out);
// Calls `out` with each path.
using PathSink = Taker<Array&&>;
bool eachPath(const Filter& filter, Machine& machine, const Environment& where, const Value& in,
              PathSink out);

}  // namespace tenon::expr
