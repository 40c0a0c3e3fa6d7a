// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "tenon/secret.h"

namespace tenon::http {

// An access token, and how long it is worth sending.
struct Token {
    Secret text;
    std::chrono::steady_clock::time_point until = std::chrono::steady_clock::time_point::max();
};

}  // namespace tenon::http
