// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "manifest/node.h"

namespace tenon::run {

// Where `resource: {endpoint: …}` leads: an http or https address, or a file in the manifest's
// folder. Empty after a fault.
std::string externalResource(const manifest::Node& node, manifest::Faults& faults);

}  // namespace tenon::run
