// SPDX-License-Identifier: Apache-2.0
// A JSON Schema as people read it: which members there are, and of what type.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/value.h"

namespace tenon::cli {

// The schema and those that see the same value: what `$ref` (into the root) and `allOf` lead to.
std::vector<const Value*> partsOf(const Value& schema, const Value& root);

// The members that it names, each once, in its order.
std::vector<std::pair<std::string, const Value*>> membersOf(const Value& schema, const Value& root);

bool isRequired(const Value& schema, const Value& root, const std::string& member);

// "string", "integer or null", "array of string", "secret", "document", "any".
std::string typeOf(const Value& schema, const Value& root);

// The first of its parts that says something under that keyword; nullptr if none does.
const Value* saidBy(const Value& schema, const Value& root, std::string_view keyword);

// The schema of what a JSON pointer leads to in a value; nullptr where none is written.
const Value* schemaAt(const Value& root, std::string_view pointer);

// The last part of a JSON pointer, as it was before it was escaped.
std::string lastOf(std::string_view pointer);

}  // namespace tenon::cli
