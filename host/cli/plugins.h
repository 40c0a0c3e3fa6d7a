// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalog/catalog.h"
#include "cli/arguments.h"

namespace tenon::cli {

// `--plugins FOLDER`, which every command that needs steps takes.
Option pluginsOption();

// The steps of the given folders, or of those that were installed with this program. Failure (78)
// for a plugin that is refused.
catalog::Catalog openCatalog(const Arguments& arguments);

}  // namespace tenon::cli
