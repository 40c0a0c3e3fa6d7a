// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tenon::world {

// `document` of a manifest.
struct Document {
    std::string space;  // namespace
    std::string name;
    std::string version;
    std::string title;

    // "/NAMESPACE/NAME/VERSION": where its events come from.
    [[nodiscard]] std::string uri() const { return "/" + space + "/" + name + "/" + version; }
};

}  // namespace tenon::world
