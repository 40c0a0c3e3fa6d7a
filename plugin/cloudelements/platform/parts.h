// SPDX-License-Identifier: Apache-2.0
// Checks of inputs that become parts of an address.
#pragma once

#include "cloudelements/platform/checks.h"

namespace cloudelements {

// Numbers of the platform begin at 1.
inline void checkNumber(Checks& checks, const std::string& pointer, std::int64_t number) {
    if (number < 1)
        checks.no(pointer, "is " + std::to_string(number) + "; wanted a number from 1 on");
}

inline void checkPart(Checks& checks, const std::string& pointer, const std::string& text) {
    if (!checks.text(pointer, text)) return;
    if (text == "." || text == "..")
        checks.no(pointer, "is \"" + text + "\", which leads to another address; wanted a name");
}

}  // namespace cloudelements
