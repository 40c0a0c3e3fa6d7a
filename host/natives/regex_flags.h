// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <oniguruma.h>

#include "values/machine.h"

namespace tenon::expr {

struct RegexFlags {
    OnigOptionType options = ONIG_OPTION_CAPTURE_GROUP;
    bool global = false;
};

// `value` is a text such as "gi", or null. False where the machine has failed.
bool readFlags(Machine& machine, const Value& value, RegexFlags& flags);

}  // namespace tenon::expr
