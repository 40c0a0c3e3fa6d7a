// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/loader.h"

namespace tenon::run {

// `raise`: an error of the manifest's own, inline or by its name in `use.errors`.
std::unique_ptr<Task> loadRaise(Loader& loader, manifest::MapReader& task, Common common);

// Reads an error's definition for its mistakes.
void checkError(Loader& loader, const manifest::Node& node);

}  // namespace tenon::run
