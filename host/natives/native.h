// SPDX-License-Identifier: Apache-2.0
// A function of the language that needs nothing but values: its input, and one output of each of
// its arguments.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "values/machine.h"

namespace tenon::expr {

// All values are the call's own: it may change and take them.
struct Call {
    Machine& machine;
    Value in;
    std::span<Value> arguments;
    Value out;  // the result
};

struct Native {
    std::string_view name;
    std::size_t arity;
    // False where it failed; Machine::fail has said why. Never throws.
    bool (*call)(Call&);
};

// Those of one file; natives.cpp has the list of all.
using Natives = std::span<const Native>;

// The function of that name and number of arguments; nullptr where there is none.
const Native* findNative(std::string_view name, std::size_t arity);

// A function that is written in the language itself: `def name(parameters): body;`.
struct Written {
    std::string_view name;
    std::size_t arity;
    std::string_view text;
};
using Writtens = std::span<const Written>;
const Written* findWritten(std::string_view name, std::size_t arity);

// The names that a text may call, and how many arguments each of them takes.
std::vector<std::pair<std::string, std::size_t>> nativeFunctions();

}  // namespace tenon::expr
