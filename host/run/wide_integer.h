// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tenon::run {

// An integer that does not fit 64 bits, and so would be sent on as another number.
struct WideInteger {
    std::string pointer;  // "" is the whole
    std::string digits;
};

// The first in a text that is JSON.
std::optional<WideInteger> wideInteger(std::string_view json);

}  // namespace tenon::run
