// SPDX-License-Identifier: Apache-2.0
// What makes arrays, objects and texts.
#pragma once

#include <string>
#include <vector>

#include "expr/filters/filter.h"

namespace tenon::expr {

// All outputs of the content.
FilterPtr arrayOf(FilterPtr content);
struct MemberFilter {
    FilterPtr key;
    FilterPtr value;  // nullptr: what the input has by the key
};
// One object for each choice of keys and values, the first member being the outer loop.
FilterPtr objectOf(std::vector<MemberFilter> members);
// Pieces that stand in the text as they are, and others that are formatted; the last is the outer
// loop. An empty format is `tostring`.
struct Piece {
    FilterPtr value;
    bool literal;
};
FilterPtr textOf(std::vector<Piece> pieces, std::string format);
// `@name` alone: the input, formatted.
FilterPtr format(std::string name);

}  // namespace tenon::expr
