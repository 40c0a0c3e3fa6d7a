// SPDX-License-Identifier: Apache-2.0
// A JSON Schema as it was written, checked and turned into what rules are made of.
#pragma once

#include "manifest/node.h"

namespace tenon::schema {

// The schema with our own keywords under their own names (see keywords.h), and what is for readers
// only left out. Only good if it added no fault. Draft 7, or 4 where `$schema` says so.
Value readSchema(const manifest::Node& root, manifest::Faults& faults);

}  // namespace tenon::schema
