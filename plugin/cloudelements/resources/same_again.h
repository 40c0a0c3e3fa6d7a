// SPDX-License-Identifier: Apache-2.0
// Putting something under a name where the same may be already: no second one comes of it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cloudelements/platform/client.h"
#include "tenon/context.h"

namespace cloudelements {

struct Named {
    std::string path;   // of the one thing, below the base
    tenon::Value body;  // as it is sent
    std::string about;  // "the definition of the resource \"contacts\""
};

// "created", "unchanged" where `isSame` says so of what is there, or "replaced". Doing it again is
// always safe: where the outcome of a request is unknown, it looks again, for five seconds at most,
// and asks once more where it is not there. What was there before the task's first request is kept
// (tenon/once.h), so that a later attempt, or life of the run, knows its own work from what it
// found.
std::string putAgain(Client& client, tenon::Context& context, const Named& named,
                     const std::function<bool(const tenon::Value& there)>& isSame);

// Are the same items there, in any order? Only these members of them count: others are the
// platform's own.
bool haveSameItems(const tenon::Value& there, const tenon::Value& wanted,
                   const std::vector<const char*>& members);

}  // namespace cloudelements
