// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "cli/arguments.h"

namespace tenon::cli {

// --from, --at and --act-again.
std::vector<Option> fromOptions();

// `tenon run [MANIFEST] --from RUN --at TASK`: a new run with the input of an earlier one and what
// that one was answered up to the task. Says which manifest it uses, and which calls would act
// again; begins where there are none, or --act-again is said. The exit code; Failure (65, 66, 78).
int runFrom(const Arguments& arguments);

}  // namespace tenon::cli
