// SPDX-License-Identifier: Apache-2.0
#include "platform/credentials.h"

#include <sstream>

namespace cloudelements::sandbox {

Credentials readCredentials(const std::string& header) {
    Credentials out;
    std::istringstream parts(header);
    for (std::string part; std::getline(parts, part, ',');) {
        part.erase(0, part.find_first_not_of(' '));
        const auto blank = part.find(' ');
        if (blank == std::string::npos) return out;
        const std::string word = part.substr(0, blank);
        std::string* to = word == "User"           ? &out.user
                          : word == "Organization" ? &out.organization
                          : word == "Element"      ? &out.element
                                                   : nullptr;
        const auto text = part.find_first_not_of(' ', blank);
        if (!to || !to->empty() || text == std::string::npos) return out;
        *to = part.substr(text);
    }
    out.readable = !header.empty();
    return out;
}

}  // namespace cloudelements::sandbox
