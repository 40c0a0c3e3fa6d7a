// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/node.h"
#include "run/names.h"
#include "world/document.h"

namespace tenon::run {

// Checks the language's version, the names and the workflow's version.
Document readDocument(const manifest::Node* node, manifest::Faults& faults);

}  // namespace tenon::run
