// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "tenon/secret.h"

namespace tenon::world {

// An access token, and how long it is worth sending.
struct Token {
    Secret text;
    std::chrono::steady_clock::time_point until{};
};

}  // namespace tenon::world
