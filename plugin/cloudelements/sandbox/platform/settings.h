// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "tenon/value.h"

namespace cloudelements::sandbox {

// What a user may set of the platform, as the sandbox's README page says.
struct Settings {
    std::int64_t firstId = 427901;
    tenon::Object seed;       // how many records of a kind there are: {"accounts": 10000}
    bool pollAtOnce = false;  // after each change
};

}  // namespace cloudelements::sandbox
