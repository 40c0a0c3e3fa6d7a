// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "run/frame.h"

namespace tenon::run {

// A secret does not go over a network in the clear unless the user allows it by name. Why it must
// not go to this URL, if it must not; `place` is where the URL comes from.
std::optional<Error> exposed(const Run& run, std::string_view url, const std::string& place);

}  // namespace tenon::run
