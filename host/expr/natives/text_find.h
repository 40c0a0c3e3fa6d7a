// SPDX-License-Identifier: Apache-2.0
// Where a text stands in another.
#pragma once

#include <cstddef>
#include <string_view>

#include "expr/machine.h"

namespace tenon::expr {

// The next place at `from` or after it, in bytes; npos where there is none. False where the machine
// has had enough. In linear time, whatever the texts.
bool findText(Machine& machine, std::string_view text, std::string_view part, std::size_t from,
              std::size_t& place);

}  // namespace tenon::expr
