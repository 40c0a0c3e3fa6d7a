// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "tenon/value.h"

namespace tenon::cli {

// The words for a member that must be there, and for one that need not.
struct Words {
    const char *always, *maybe;
};

struct FieldRow {
    std::string name, type, need, meaning;
};

// The members that a JSON Schema names, and those inside them: `a.b`, of each item of a list
// `a[].b`, of each member of a map `a.*.b`.
std::vector<FieldRow> fieldRows(const Value& schema, const Words& words);

// The same, a line each. `none`: what stands there where it names none.
std::string fieldTable(const Value& schema, const Words& words, const char* none);

}  // namespace tenon::cli
