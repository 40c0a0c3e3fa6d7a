// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/loader.h"

namespace tenon::run {

// `switch`: the first case that fits says where to go on; the output is the input.
std::unique_ptr<Task> loadSwitch(Loader& loader, manifest::MapReader& task, Common common);

}  // namespace tenon::run
