// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace tenon::manifest {

// Every kind of task that the language has, by the member that tells it. In this order: a `for`
// has a `do` beside it.
inline constexpr std::array<std::string_view, 12> kTaskKinds{
    "for", "call", "do", "emit", "fork", "raise", "run", "set", "switch", "try", "wait", "listen"};

}  // namespace tenon::manifest
