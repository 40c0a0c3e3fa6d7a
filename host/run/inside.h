// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/node.h"

namespace tenon::run {

// A fault for "${" inside a longer text where what is written can hold none: a method, an id of an
// operation, a URI.
void refuseInside(const manifest::Node* node, manifest::Faults& faults);

}  // namespace tenon::run
