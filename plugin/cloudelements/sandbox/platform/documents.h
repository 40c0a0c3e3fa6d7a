// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/resources.h"
#include "platform/router.h"

namespace cloudelements::sandbox {

// Documents of one kind on one level: one by its name, or several as a dictionary.
struct Documents {
    Levels& levels;
    std::string what;                             // "object definition", for messages
    void (*check)(const tenon::Value& document);  // throws an Answer
    std::function<std::string(const Call&)> levelOf;
};

// Where one stands, with {name} in it, and where all of them do. With Access::either both stand
// behind "/instances/{id}".
void addDocuments(Router& router, const std::string& one, const std::string& all, Access access,
                  const Documents& documents);

}  // namespace cloudelements::sandbox
