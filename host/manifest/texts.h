// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "tenon/error.h"
#include "tenon/value.h"

namespace tenon::manifest {

// YAML, or JSON where the path ends so, whose scalars are all texts: unquoted, 0123 would be the
// number 123, and a secret is what was written, or it is refused. The Error (`validation`) has a
// line for each fault.
Result<Value> readTexts(const std::string& path, std::string_view text);

}  // namespace tenon::manifest
