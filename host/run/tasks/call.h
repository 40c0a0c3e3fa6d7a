// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/loader.h"

namespace tenon::run {

// `call`: `http`, or a step of the catalog as NAME, NAME:VERSION or NAME:VERSION@default.
std::unique_ptr<Task> loadCall(Loader& loader, manifest::MapReader& task, Common common);

// The two, each in its own file.
std::unique_ptr<Task> loadCallHttp(Loader& loader, manifest::MapReader& task, Common common,
                                   const manifest::Node& name);
std::unique_ptr<Task> loadCallStep(Loader& loader, manifest::MapReader& task, Common common,
                                   const manifest::Node& name);

}  // namespace tenon::run
