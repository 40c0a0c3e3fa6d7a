// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/new_plugin/files.h"

namespace tenon::cli::new_plugin {

// Makes the folder with these files, whole or not at all. Failure (73) if it is there already or
// cannot be made.
void writeFolder(const std::string& parent, const std::string& name,
                 const std::vector<File>& files);

}  // namespace tenon::cli::new_plugin
