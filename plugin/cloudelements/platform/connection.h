// SPDX-License-Identifier: Apache-2.0
// Where the platform is, and who asks. Inputs that all steps share.
#pragma once

#include <string>

#include "tenon/fields.h"

namespace cloudelements {

struct Connection {
    std::string baseUrl;
    tenon::Secret user;
    tenon::Secret organization;

    static constexpr auto fields() {
        using tenon::required;
        return std::tuple{
            required("baseUrl", &Connection::baseUrl,
                     "Root of the platform API, such as https://HOST/elements/api-v2"),
            required("user", &Connection::user, "User secret"),
            required("organization", &Connection::organization, "Organization secret"),
        };
    }
};

template <class Inputs>
constexpr auto connectionField(Connection Inputs::*member) {
    return tenon::required("connection", member, "The platform, and who asks")
        .fromSecret("cloudElements");
}

template <class Inputs>
constexpr auto tokenField(tenon::Secret Inputs::*member) {
    return tenon::required("token", member, "Element token of the instance");
}

}  // namespace cloudelements
