// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tenon::world {

// The character that `&NAME;` is in HTML: those of ASCII, and of Latin-1.
std::optional<std::uint32_t> htmlCharacter(std::string_view name);

}  // namespace tenon::world
