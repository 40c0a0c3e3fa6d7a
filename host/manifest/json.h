// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "manifest/node.h"

namespace tenon::manifest {

// How much one file may hold: a manifest, secrets, a schema; data may be more.
inline constexpr std::size_t kMostValues = 100'000;
inline constexpr std::size_t kMostDataValues = 1'000'000;

// One JSON text in UTF-8, nested 100 deep at most. Doubled keys and more values than `most` are
// faults; the last is found before anything is built. Nothing is returned where there was a fault.
std::optional<Node> readJson(std::string_view text, Faults& faults, std::size_t most = kMostValues);

// JSON or YAML: JSON where the text begins with a bracket and is that, or is too large for YAML.
// `json`: nothing else, for the file's name says so.
std::optional<Node> readAny(std::string_view text, bool json, Faults& faults,
                            std::size_t most = kMostValues);

}  // namespace tenon::manifest
