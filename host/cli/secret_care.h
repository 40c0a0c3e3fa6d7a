// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "world/ports.h"

namespace tenon::cli {

// From now on a crash of this process, or of one that it starts, leaves no copy of its memory.
void forbidCoreDumps();

// A line for each secret that is too short to be taken out of a longer text.
void warnOfShortSecrets(const std::vector<std::string>& names, world::SecretSource& secrets,
                        std::ostream& err);

}  // namespace tenon::cli
