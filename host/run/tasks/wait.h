// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/loader.h"

namespace tenon::run {

// `wait`: nothing but time passes; the output is the input.
std::unique_ptr<Task> loadWait(Loader& loader, manifest::MapReader& task, Common common);

}  // namespace tenon::run
