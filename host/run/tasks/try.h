// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/loader.h"

namespace tenon::run {

// `try`: the list, and what to do when it faults.
std::unique_ptr<Task> loadTry(Loader& loader, manifest::MapReader& task, Common common);

}  // namespace tenon::run
