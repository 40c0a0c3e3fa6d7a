// SPDX-License-Identifier: Apache-2.0
// `$ref` in a JSON Schema: only into the schema itself, to a schema, and never back to itself
// without going down into the value.
#pragma once

#include <vector>

#include "manifest/node.h"

namespace tenon::schema {

// Checks every `$ref`. `schemas`: all schemas in the root, itself included.
void checkReferences(const std::vector<const manifest::Node*>& schemas, const manifest::Node& root,
                     manifest::Faults& faults);

// Finds schemas that would be asked about the same value for ever, or too many of them. All
// references must be good.
void checkLoops(const std::vector<const manifest::Node*>& schemas, const manifest::Node& root,
                manifest::Faults& faults);

}  // namespace tenon::schema
