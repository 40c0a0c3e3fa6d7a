// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "manifest/node.h"

namespace tenon::run {

// `document` of a manifest.
struct Document {
    std::string space;  // namespace
    std::string name;
    std::string version;
    std::string title;

    // "/NAMESPACE/NAME/VERSION": where its events come from.
    [[nodiscard]] std::string uri() const { return "/" + space + "/" + name + "/" + version; }
};

// Checks the language's version, the names and the workflow's version.
Document readDocument(const manifest::Node* node, manifest::Faults& faults);

}  // namespace tenon::run
