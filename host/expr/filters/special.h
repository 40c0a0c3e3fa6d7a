// SPDX-License-Identifier: Apache-2.0
// Functions of the language that are no plain functions: they look at how often an argument gives
// something, at where it lies, or at the run.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "expr/filters/filter.h"

namespace tenon::expr {

// The function of that name with these arguments; nullptr where there is none, and then the
// arguments are as before.
FilterPtr special(std::string_view name, std::vector<FilterPtr>& arguments);

// The names of all functions that a text may call, and how many arguments each of them takes.
std::vector<std::pair<std::string, std::size_t>> functions();

// Those of the three files.
using Arguments = std::vector<FilterPtr>;
struct Special {
    std::string_view name;
    std::size_t arity;
    FilterPtr (*make)(Arguments&& arguments);
};
std::span<const Special> countingSpecials();
std::span<const Special> placeSpecials();
std::span<const Special> runSpecials();

}  // namespace tenon::expr
