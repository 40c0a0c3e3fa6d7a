// SPDX-License-Identifier: Apache-2.0
// What a new plugin and the class of its step are called.
#pragma once

#include <string>

namespace tenon::cli::new_plugin {

// Why a plugin cannot have that name; empty if it can. It is the name of files, of a target of
// CMake and of a manifest.
std::string nameProblem(const std::string& name);

// "order-lines" gives OrderLines.
std::string className(const std::string& name);

}  // namespace tenon::cli::new_plugin
