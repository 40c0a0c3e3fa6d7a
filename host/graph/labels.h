// SPDX-License-Identifier: Apache-2.0
// The texts of the flowchart.
#pragma once

#include <string>
#include <string_view>

#include "manifest/node.h"

namespace tenon::graph {

// One short line without what Mermaid would take for its own.
std::string escaped(std::string_view text);

// The key that says what a task is.
std::string_view kindOf(const manifest::Node& task);
// What a task does: "call http", "for each item in .list".
std::string action(const manifest::Node& task);
// Which errors a `catch` takes: "status 503"; empty if all.
std::string caught(const manifest::Node& handler);

}  // namespace tenon::graph
