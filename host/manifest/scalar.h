// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "tenon/value.h"

namespace tenon::manifest {

// An unquoted YAML scalar by the core schema of YAML 1.2: null, true, 12, 0x1f, 0o17, 1.5, or a
// text; .inf and .nan, which JSON does not know, are texts. A whole number in decimal digits is
// exact at any length; nothing for others that do not fit 64 bits.
std::optional<Value> plainScalar(const std::string& text);

}  // namespace tenon::manifest
