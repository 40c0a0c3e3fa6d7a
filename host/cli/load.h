// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>

#include "run/workflow.h"

namespace tenon::cli {

// A manifest, ready to run. Warnings go to `err`. Failure (65, 66) with a line for each mistake.
run::Workflow loadWorkflow(const std::string& path, run::Steps& steps, std::ostream& err);

}  // namespace tenon::cli
