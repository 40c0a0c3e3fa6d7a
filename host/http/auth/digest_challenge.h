// SPDX-License-Identifier: Apache-2.0
// Digest authentication (RFC 7616, and 2617 for older servers) as arithmetic: a challenge in, what
// answers it out. Poco 1.11's own class knows MD5 only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tenon/http.h"

namespace tenon::http {

struct Challenge {
    std::string scheme;                                      // lower case
    std::vector<std::pair<std::string, std::string>> parts;  // names in lower case

    // The part of that name; empty if there is none.
    [[nodiscard]] std::string part(std::string_view name) const;
};

// All challenges of an answer (WWW-Authenticate), in the server's order.
std::vector<Challenge> challengesOf(const std::vector<Header>& headers);

// MD5 or SHA-256, with or without -sess, and qop auth or none.
bool canAnswer(const Challenge& challenge);

struct DigestUser {
    std::string name;
    std::string password;
};

// What stands after "Digest " in the Authorization header. `target`: path and query of the request;
// `cnonce`: some random text.
std::string digestAnswer(const Challenge& challenge, const DigestUser& user,
                         const std::string& method, const std::string& target,
                         const std::string& cnonce);

}  // namespace tenon::http
