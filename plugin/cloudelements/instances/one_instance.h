// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cloudelements/platform/checks.h"
#include "cloudelements/platform/client.h"

namespace cloudelements {

// Inputs of a step that does something with one instance.
struct OneInstance {
    Connection connection;
    std::int64_t id{};

    static constexpr auto fields() {
        return std::tuple{connectionField(&OneInstance::connection),
                          tenon::required("id", &OneInstance::id, "Number of the instance")};
    }
};

inline void checkOne(Checks& checks, const Connection& connection, std::int64_t id,
                     const tenon::Context& context) {
    checks.connection(connection, context);
    if (id < 1)
        checks.no("/id", "is no number of an instance; write the id that its creation gave");
}

// A call about the instance; `below`: "/enabled". `about`: "the deletion".
inline Call callOf(std::int64_t id, const char* method, const char* below, const char* about) {
    Call call{.method = method, .path = "/instances/" + segment(id) + below};
    call.about = std::string(about) + " of the instance " + std::to_string(id);
    call.advice.notFound = "There is no instance " + std::to_string(id) +
                           " that these credentials may see: check id and connection.";
    if (call.method != "GET")
        call.lookFirst = "It may have been done all the same; doing it again does no harm.";
    return call;
}

}  // namespace cloudelements
