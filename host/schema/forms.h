// SPDX-License-Identifier: Apache-2.0
// The keywords of JSON Schema and what may stand at them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "manifest/node.h"

namespace tenon::schema {

enum class Form {
    schema,
    schemas,       // an array of them
    namedSchemas,  // an object of them
    items,         // a schema, or an array of them
    dependencies,  // an object of schemas or lists of names
    reference,
    value,      // ours, of a form that checkForm() knows
    names,      // `required`
    forReaders  // says nothing of what fits
};

struct KeywordForm {
    std::string_view name;
    Form form;
    bool since7 = false;  // not in draft 4
};

// nullptr if there is no such keyword in draft 4 and 7.
const KeywordForm* formOf(std::string_view keyword);
std::vector<std::string> keywordNames();
// Is it a keyword of drafts after 7?
bool isNewer(std::string_view keyword);

// Checks what stands at a keyword of the form `value` or `names`.
void checkForm(std::string_view keyword, const manifest::Node& node, manifest::Faults& faults);

}  // namespace tenon::schema
