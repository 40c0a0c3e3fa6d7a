// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tenon/value.h"
#include "world/shared.h"
#include "world/token.h"

namespace tenon::world {

// What runs have fetched, and others need not fetch again: all of a process, or one run and those
// inside it. Each thing is there by everything that decides it, so that nobody gets what is
// another's; an Error holds no secret by then. Any thread.
struct Fetched {
    Shared<Token> tokens{10'000};
    Shared<Value> documents{32};  // that calls are described in, as they were answered
    Shared<Value> schemas{100};   // their texts
};

}  // namespace tenon::world
