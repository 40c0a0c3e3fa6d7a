// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "manifest/node.h"

namespace tenon::graph {

// A manifest as a Mermaid flowchart, as GitHub draws it. `root`: of a manifest that can be loaded.
std::string mermaid(const manifest::Node& root);

}  // namespace tenon::graph
