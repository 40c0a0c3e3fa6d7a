// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "catalog/catalog.h"
#include "cli/arguments.h"

namespace tenon::cli {

Option sandboxFaultsOption();

// The sandbox that the plugins bring, started. Failure (78) if there is none or it cannot start.
std::unique_ptr<Sandbox> startSandbox(catalog::Catalog& catalog, const Arguments& arguments,
                                      SandboxOptions options);

}  // namespace tenon::cli
