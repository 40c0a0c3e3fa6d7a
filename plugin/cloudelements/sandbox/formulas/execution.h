// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "platform/world.h"

namespace cloudelements::sandbox {

// A new execution of the formula instance, waiting to be run; gives its id. Throws an Answer (400)
// where the instance or its formula is switched off.
std::int64_t startExecution(World& world, std::int64_t formulaInstance,
                            const tenon::Value& trigger);
// Lets it wait again, as it began.
void runAgain(World& world, Execution& execution);
// One execution for each formula instance whose trigger is an event of that element instance.
void startOnEvent(World& world, std::int64_t elementInstance, const tenon::Value& event);

}  // namespace cloudelements::sandbox
