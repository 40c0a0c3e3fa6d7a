// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/loader.h"
#include "run/shell_command.h"

namespace tenon::run {

// `run`: a `shell` command or another `workflow`.
std::unique_ptr<Task> loadRun(Loader& loader, manifest::MapReader& task, Common common);

// Each in its own file; `node` is what stands under `shell` or `workflow`.
std::unique_ptr<Task> loadRunShell(Loader& loader, const manifest::Node& node, Common common,
                                   Return what);
std::unique_ptr<Task> loadRunWorkflow(Loader& loader, const manifest::Node& node, Common common);

}  // namespace tenon::run
