// SPDX-License-Identifier: Apache-2.0
// What stands under a name in `use`, whether a task uses it or not.
#pragma once

#include "run/loader.h"

namespace tenon::run {

// Reads what sees no variables of the place where it is used, before any task that uses it.
void readNamed(Loader& loader);
// Reads the retries that nothing used.
void readUnused(Loader& loader);

}  // namespace tenon::run
