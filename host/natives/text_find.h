// SPDX-License-Identifier: Apache-2.0
// Where a text stands in another.
#pragma once

#include <cstddef>
#include <string_view>

#include "values/machine.h"

namespace tenon::expr {

// The next place at `from` or after it, in bytes; npos where there is none. False where the machine
// has had enough. In linear time, whatever the texts.
bool findText(Machine& machine, std::string_view text, std::string_view part, std::size_t from,
              std::size_t& place);

// Of texts (strings or secrets) alone; false where the machine has had enough.
// All places of `part` in `text`, overlapping, in characters. None for an empty part.
bool textIndices(Machine& machine, const Value& text, const Value& part, Value& out);
// The first or the last of them, or null.
bool textIndex(Machine& machine, const Value& text, const Value& part, bool last, Value& out);
// The parts between the separators; the characters where the separator is empty.
bool splitText(Machine& machine, const Value& text, const Value& separator, Value& out);

}  // namespace tenon::expr
