// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "jq/cases.h"

namespace jq_tests {

struct Verdict {
    enum class Kind : char { passed = 'p', refused = 'r', differs = 'd' };
    Kind kind;
    std::string why;  // of one that differs
};

// In a process of its own, so that a crash or an endless loop is a verdict, too.
Verdict tried(const Case& one);

}  // namespace jq_tests
