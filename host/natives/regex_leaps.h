// SPDX-License-Identifier: Apache-2.0
// What can be told of a regular expression's costs by its text.
#pragma once

#include <cstddef>
#include <string_view>

namespace tenon::expr {

// Has the regex parts whose work libonig does not count: backreferences, calls of groups, groups
// that are absent or never tried again, repetitions by number of groups, and repetitions inside of
// a look ahead or behind? True also where it may be so.
bool leaps(std::string_view regex);

// How many classes of characters does it have that span the whole of Unicode?
std::size_t properties(std::string_view regex);

// Nothing but fixed characters, with `.*` before or behind them at the most: libonig finds them in
// a time that grows with the text and no faster.
bool linear(std::string_view regex);

}  // namespace tenon::expr
