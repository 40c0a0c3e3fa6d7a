// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/loader.h"

namespace tenon::run {

// `set`: the output is the value; nothing of the input stays.
std::unique_ptr<Task> loadSet(Loader& loader, manifest::MapReader& task, Common common);

}  // namespace tenon::run
