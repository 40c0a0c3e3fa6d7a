// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tenon/value.h"

namespace cloudelements::sandbox {

struct World;
struct Instance;

// An event of the instance, which waits to be sent to its callback; formulas that it triggers wait
// to be run.
void deliver(World& world, const Instance& instance, const tenon::Array& events,
             const tenon::Value& raw);

}  // namespace cloudelements::sandbox
