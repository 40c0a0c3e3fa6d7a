// SPDX-License-Identifier: Apache-2.0
// A plugin's code as a guest: nothing that it throws gets past its boundary.
#pragma once

#include <string>

#include "tenon/step.h"

namespace tenon::catalog {

// What was thrown past a plugin's boundary, as an Error; inside a catch block. `who`: "The step X".
Error thrown(const std::string& who);

// What the step gives, or an Error for whatever it throws.
Result<Value> runGuest(Step& step, const std::string& who, const Value& inputs, Context& context);

}  // namespace tenon::catalog
