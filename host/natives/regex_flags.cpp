// SPDX-License-Identifier: Apache-2.0
#include "natives/regex_flags.h"

#include <algorithm>

#include "natives/text_values.h"

namespace tenon::expr {
namespace {

bool add(RegexFlags& flags, char flag) {
    switch (flag) {
        case 'g':
            flags.global = true;
            return true;
        case 'i':
            flags.options |= ONIG_OPTION_IGNORECASE;
            return true;
        case 'x':
            flags.options |= ONIG_OPTION_EXTEND;
            return true;
        case 's':
            flags.options |= ONIG_OPTION_SINGLELINE;
            return true;
        case 'm':
            flags.options |= ONIG_OPTION_MULTILINE;
            return true;
        case 'p':
            flags.options |= ONIG_OPTION_MULTILINE | ONIG_OPTION_SINGLELINE;
            return true;
        case 'l':
            flags.options |= ONIG_OPTION_FIND_LONGEST;
            return true;
        case 'n':
            flags.options |= ONIG_OPTION_FIND_NOT_EMPTY;
            return true;
        default:
            return false;
    }
}

}  // namespace

bool readFlags(Machine& machine, const Value& value, RegexFlags& flags) {
    if (value.isNull()) return true;
    const auto* text = textOf(value);
    if (!text) return machine.fail(machine.quoted(value) + " is not a string");
    if (std::all_of(text->begin(), text->end(), [&](char c) { return add(flags, c); })) return true;
    return machine.fail(bare(machine, value) + " is not a valid modifier string");
}

}  // namespace tenon::expr
