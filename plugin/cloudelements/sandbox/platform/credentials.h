// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace cloudelements::sandbox {

// What an Authorization header says: "User …, Organization …, Element …", in any order.
struct Credentials {
    std::string user;
    std::string organization;
    std::string element;
    bool readable = false;  // every part is one of the three, none twice
};

Credentials readCredentials(const std::string& header);

}  // namespace cloudelements::sandbox
