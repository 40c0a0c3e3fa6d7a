// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tenon::expr {

// Definitions, in jq, that stand before every expression: in the place of all that could see or
// move the host, and of what ends the process in jq 1.6 when its data is unlucky.
extern const std::string_view kShadows;

}  // namespace tenon::expr
