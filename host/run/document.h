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
};

// Checks the language's version, the names and the workflow's version.
Document readDocument(const manifest::Node* node, manifest::Faults& faults);

}  // namespace tenon::run
