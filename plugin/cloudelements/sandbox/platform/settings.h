// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>

#include "tenon/value.h"

namespace cloudelements::sandbox {

// What a user may set of the platform, as the sandbox's README page says.
struct Settings {
    std::int64_t firstId = 427901;
    tenon::Object seed;       // how many records of a kind there are: {"accounts": 10000}
    bool pollAtOnce = false;  // after each change
    // How long after it was made an instance comes into lists.
    std::chrono::milliseconds tagDelay{0};
    bool hideTokens = false;  // in lists
};

}  // namespace cloudelements::sandbox
