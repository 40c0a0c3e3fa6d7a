// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tenon/value.h"

namespace tenon::schema {

// Two numbers; `of` is greater than 0. Exact for whole ones of any length.
bool isMultiple(const Value& value, const Value& of);

}  // namespace tenon::schema
