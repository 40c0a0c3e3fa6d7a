// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/loader.h"

namespace tenon::run {

std::unique_ptr<Task> loadEmit(Loader& loader, manifest::MapReader& task, Common common);

}  // namespace tenon::run
