// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "wire/message.h"

namespace cloudelements::sandbox {

// What a list of records is asked to be: `where`, `orderBy`, `fields`, and a page of it
// (`pageSize`, `nextPage`, `page`).
struct Listed {
    std::size_t size;                                 // of the whole
    std::function<tenon::Value(std::size_t)> record;  // the object at a place from 0
    std::function<bool(const std::string&)> hasField;
    std::string kind;  // "accounts", for messages
};

// Throws an Answer (400) that says which parameter is wrong.
Answer selected(const Request& request, const Listed& from);

}  // namespace cloudelements::sandbox
