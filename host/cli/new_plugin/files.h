// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tenon::cli::new_plugin {

struct File {
    std::string name, text;
};

// What is in the folder greeter beside this file, as it is there: a plugin of that name. The build
// makes it.
std::vector<File> greeter();

// The same plugin under another name.
std::vector<File> filesOf(const std::string& name);

}  // namespace tenon::cli::new_plugin
