// SPDX-License-Identifier: Apache-2.0
// Modules of Tenon's own: what only some runs need is loaded with its first use.
#pragma once

#include <string>

#include "tenon/error.h"

namespace tenon::modules {

// The symbol of a module that stands beside the plugins, as seen from a program in bin/ or from a
// library in lib/. It stays loaded. The detail of the Error is
// the module's file and why it cannot be loaded, no whole sentence.
Result<void*> loadModule(const std::string& name, const char* symbol);

}  // namespace tenon::modules
