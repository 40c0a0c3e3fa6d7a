// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tenon/value.h"

namespace tenon::cli {

// The words for a member that must be there, and for one that need not.
struct Words {
    const char *always, *maybe;
};

// The members that a JSON Schema names, a line each, those inside them too: name, type, need and
// meaning. `none`: what stands there where it names none.
std::string fieldTable(const Value& schema, const Words& words, const char* none);

}  // namespace tenon::cli
