// SPDX-License-Identifier: Apache-2.0
#include "cli/new_plugin/files.h"

#include "cli/new_plugin/names.h"

namespace tenon::cli::new_plugin {
namespace {

std::string replaced(std::string text, std::string_view from, const std::string& to) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

}  // namespace

std::vector<File> filesOf(const std::string& name) {
    std::vector<File> files;
    for (const auto& file : greeter())
        files.push_back(
            {replaced(file.name, "greeter", name),
             replaced(replaced(file.text, "greeter", name), "Greeter", className(name))});
    return files;
}

}  // namespace tenon::cli::new_plugin
