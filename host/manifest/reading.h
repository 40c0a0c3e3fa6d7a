// SPDX-License-Identifier: Apache-2.0
// What the readers of YAML and of JSON share.
#pragma once

#include <cstddef>

namespace tenon::manifest {

inline constexpr std::size_t kDeepest = 100;

// Stops the reader; carries nothing, the fault is already noted.
struct Stop {};

}  // namespace tenon::manifest
