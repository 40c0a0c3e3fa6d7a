// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tenon::runs {

// Is `a` a lower version than `b`? As Semantic Versioning 2.0.0 orders them: 1.0.0-rc.2 before
// 1.0.0-rc.10 before 1.0.0; what follows a `+` does not count.
bool lowerVersion(std::string_view a, std::string_view b);

}  // namespace tenon::runs
