// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/loader.h"

namespace tenon::run {

// `fork`: branches at the same time, each on a thread and with a copy of the context.
std::unique_ptr<Task> loadFork(Loader& loader, manifest::MapReader& task, Common common);

}  // namespace tenon::run
