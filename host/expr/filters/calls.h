// SPDX-License-Identifier: Apache-2.0
// Calls: of functions of the text, of their parameters, and of native functions.
#pragma once

#include <vector>

#include "expr/filters/filter.h"
#include "natives/native.h"

namespace tenon::expr {

// A function of the text. Made before its body is, which may call it.
struct Definition {
    std::vector<bool> values;  // for each parameter: is it a value, `$name`?
    bool single = false;       // has it one output at most? Also said before it has a body
    FilterPtr body;
};

// How an argument is handed on: as it is, to be evaluated where it is used; or as its value.
struct Argument {
    FilterPtr filter;
    bool value = false;  // `$name`: bound twice, as the value and as a function that gives it
    int parameter = -1;  // it is a parameter itself, so many bindings further out
};

// `steps` lead from the call to where the function was defined. Values are the outer loops, the
// first the outermost.
FilterPtr call(const Definition& definition, std::size_t steps, std::vector<Argument> arguments);
// A parameter, so many bindings further out.
FilterPtr parameter(std::size_t steps);
// The last argument is the outer loop.
FilterPtr call(const Native& native, std::vector<FilterPtr> arguments);

}  // namespace tenon::expr
