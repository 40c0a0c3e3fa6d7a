// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/loader.h"

namespace tenon::run {

// `run`: a `shell` command or another `workflow`.
std::unique_ptr<Task> loadRun(Loader& loader, manifest::MapReader& task, Common common);

// What of a process becomes the task's output.
enum class Return { out, err, code, all, none };

// Each in its own file; `node` is what stands under `shell` or `workflow`.
std::unique_ptr<Task> loadRunShell(Loader& loader, const manifest::Node& node, Common common,
                                   Return what);
std::unique_ptr<Task> loadRunWorkflow(Loader& loader, const manifest::Node& node, Common common);

}  // namespace tenon::run
