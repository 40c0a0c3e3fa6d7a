// SPDX-License-Identifier: Apache-2.0
// Putting something under a name where the same may be already: no second one comes of it.
#pragma once

#include <functional>
#include <string>

#include "cloudelements/platform/client.h"

namespace cloudelements {

struct Named {
    std::string path;   // of the one thing, below the base
    tenon::Value body;  // as it is sent
    std::string about;  // "the definition of the resource \"contacts\""
};

// "created", "unchanged" where `isSame` says so of what is there, or "replaced". Doing it again is
// always safe.
std::string putAgain(Client& client, const Named& named,
                     const std::function<bool(const tenon::Value& there)>& isSame);

// Is each of the wanted, once and in any order, in what is there? Members beyond the wanted ones
// are the platform's own and do not count.
bool haveSameItems(const tenon::Value& there, const tenon::Value& wanted);

}  // namespace cloudelements
