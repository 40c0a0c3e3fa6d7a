// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/loader.h"

namespace tenon::run {

// `do`: tasks in their order; each one's output is the next one's input.
std::unique_ptr<Task> loadDo(Loader& loader, manifest::MapReader& task, Common common);

}  // namespace tenon::run
