// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/loader.h"

namespace tenon::run {

// `for`: the list again for every item; each round's output is the next one's input.
std::unique_ptr<Task> loadFor(Loader& loader, manifest::MapReader& task, Common common);

}  // namespace tenon::run
