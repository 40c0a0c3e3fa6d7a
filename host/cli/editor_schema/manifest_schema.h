// SPDX-License-Identifier: Apache-2.0
// The manifest language as JSON Schema (draft 7), for editors.
#pragma once

#include "tenon/value.h"
#include "world/ports.h"

namespace tenon::cli {

// Of what this host runs: the language's constructs, and every step of the catalog with its inputs.
Value manifestSchema(const world::Steps& steps);

// The parts that need no catalog, as YAML. In kTaskSchemas every member is a kind of task by its
// name, without the keys that all kinds share; these stand in kLanguageSchema as `sharedKeys`.
extern const char* const kLanguageSchema;
extern const char* const kTaskSchemas;
// Further definitions.
extern const char* const kAuthenticationSchemas;

}  // namespace tenon::cli
