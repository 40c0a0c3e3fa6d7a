// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "manifest/node.h"

namespace tenon::manifest {

// One YAML 1.2 document in UTF-8 (so JSON too), scalars by the core schema. Doubled keys, keys that
// are no texts, numbers beyond 64 bits, more than 4 MB, tags that change a type, and anchors that
// expand to more than 100,000 nodes are faults. Nothing is returned where there was a fault.
std::optional<Node> readYaml(std::string_view text, Faults& faults);

}  // namespace tenon::manifest
