// SPDX-License-Identifier: Apache-2.0
// The platform takes wrong credentials of the provider when an instance is made: only a request
// through it shows them.
#pragma once

#include "cloudelements/instances/new_instance.h"

namespace cloudelements {

// Pings through the instance and sets `verified`. Throws StepError where the provider refuses, or
// the ping cannot be made; the instance is kept for the user then, unless it was deleted.
// `isOurs`: did this task make it? Nothing else is deleted.
void verify(const Connection& connection, tenon::Context& context, const NewInstance& wanted,
            bool isOurs, CreatedInstance& instance);

}  // namespace cloudelements
