// SPDX-License-Identifier: Apache-2.0
// Modules of Tenon's own: what only some runs need is loaded with its first use.
#pragma once

#include <string>

#include "tenon/error.h"

namespace tenon::world {

// The symbol of a module that stands beside the plugins, as seen from a program in bin/ or from a
// library in lib/ (`libraries` is that folder's name). It stays loaded. The detail of the Error is
// the module's file and why it cannot be loaded, no whole sentence.
Result<void*> loadModule(const std::string& name, const std::string& libraries, const char* symbol);

}  // namespace tenon::world
