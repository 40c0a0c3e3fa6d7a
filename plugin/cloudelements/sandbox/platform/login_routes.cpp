// SPDX-License-Identifier: Apache-2.0
// A session by user and password, and the secrets that it gives.
#include "platform/body.h"
#include "platform/world.h"

namespace cloudelements::sandbox {

void addLoginRoutes(Router& router, World& world) {
    router.add("POST", "/authentication", Access::open, [&world](Call& call) {
        const auto body = call.object();
        if (requiredText(body, "username") != kLogin ||
            requiredText(body, "password") != world.password)
            throw refusal(401, "Invalid user name or password");
        return answer(200, tenon::Object{{"token", *world.sessions.insert(token()).first}});
    });
    router.add("GET", "/authentication/secrets", Access::open, [&world](Call& call) {
        const std::string header = call.request.header("Authorization");
        if (!header.starts_with("Bearer ") || world.sessions.count(header.substr(7)) == 0)
            throw refusal(401, "The session is not valid");
        return answer(200, tenon::Object{{"userSecret", world.user},
                                         {"organizationSecret", world.organization}});
    });
}

}  // namespace cloudelements::sandbox
