// SPDX-License-Identifier: Apache-2.0
// All matches of a regular expression in a text, and what each is made into.
#pragma once

#include "natives/regex_flags.h"
#include "natives/regex_search.h"

namespace tenon::expr {

// Calls `each(search)` with each match; false ends it.
template <class Each>
bool eachMatch(Machine& machine, const Value& text, const Value& pattern, const RegexFlags& flags,
               Each each) {
    if (!textOf(text))
        return machine.fail(machine.quoted(text) + " cannot be matched, as it is not a string");
    if (!textOf(pattern)) return machine.fail(machine.quoted(pattern) + " is not a string");
    const auto regex = compileRegex(machine, pattern, flags.options);
    if (!regex || !machine.spend(1 + textOf(text)->size() / 1000)) return false;
    RegexSearch search(machine, *regex, pattern, text);
    bool found = true;
    for (std::size_t from = 0; from <= search.text().size(); from = search.behind(from)) {
        if (!search.next(from, found)) return false;
        if (!found) return true;
        if (!each(search)) return false;
        if (!flags.global) return true;
    }
    return true;
}

// What a group matched, as secret as the text; null where it took no part.
Value partOf(const RegexSearch& search, const Value& text, std::size_t group);
// The name of a group, as secret as the regex that it is a part of; or null.
Value nameOf(const RegexSearch& search, const Value& pattern, std::size_t group);
// The groups that have names, by these; of two with one name the last.
Value captured(Machine& machine, RegexSearch& search, const Value& text, const Value& pattern);
// About what a match takes in memory.
std::size_t sizeOf(const RegexSearch& search);

}  // namespace tenon::expr
