// SPDX-License-Identifier: Apache-2.0
// Deleting: what is not there any more is as good as deleted.
#pragma once

#include <string>

#include "cloudelements/platform/client.h"

namespace cloudelements {

struct Removal {
    bool existed{};

    static constexpr auto fields() {
        return std::tuple{
            tenon::required("existed", &Removal::existed, "Whether it was still there")};
    }
};

// `what`: "the formula 5".
inline Removal removeAt(Client& client, const std::string& path, const std::string& what) {
    return {client.find({.method = "DELETE", .path = path, .about = "the deletion of " + what})
                .has_value()};
}

}  // namespace cloudelements
