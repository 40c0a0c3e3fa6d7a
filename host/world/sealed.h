// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tenon/value.h"

namespace tenon::world {

// Every text of a secret is one, whatever it looks like; numbers and booleans by their digits.
Value sealed(const Value& value);

}  // namespace tenon::world
