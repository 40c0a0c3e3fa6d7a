// SPDX-License-Identifier: Apache-2.0
// `@text`, `@csv`, `@base64` and their like.
#pragma once

#include <string_view>

#include "natives/native.h"

namespace tenon::expr {

Natives formatNatives();

// The name without the `@`.
bool isFormat(std::string_view name);
bool applyFormat(Machine& machine, std::string_view name, const Value& in, Value& out);

}  // namespace tenon::expr
