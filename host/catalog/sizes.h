// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tenon/value.h"

namespace tenon::catalog {

// Why the text of a descriptor tells of a plugin to which a struct that crosses is of another size
// than to this host (see tenon/layout.h); empty if none is.
std::string otherSize(const Value& about);

}  // namespace tenon::catalog
