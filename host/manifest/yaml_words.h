// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tenon::manifest {

// For a line that continues nothing.
inline constexpr std::string_view kStray =
    "this belongs to nothing before it; look at the indentation and at the quotes";

// yaml-cpp's words for what is wrong, in ours: what was found, and what to do. `line`: where it
// was found.
std::string explain(const std::string& message, std::string_view line);

}  // namespace tenon::manifest
