// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "cli/exit_code.h"
#include "run/acts.h"
#include "tenon/error.h"
#include "tenon/value.h"

namespace tenon::cli {

// What a run that came to its end is told by, alone or among many: as the state that is kept of it.
ExitCode codeOf(const Result<Value>& outcome, const std::vector<run::Act>& acts);

}  // namespace tenon::cli
