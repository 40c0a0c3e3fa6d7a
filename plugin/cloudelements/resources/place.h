// SPDX-License-Identifier: Apache-2.0
// Where a virtual data resource is defined: for the organization, an account, or one instance.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cloudelements/platform/checks.h"
#include "tenon/fields.h"

namespace cloudelements {

struct ResourcePlace {
    std::string name, level;
    std::optional<std::int64_t> accountId, instanceId;

    static constexpr auto fields() {
        using P = ResourcePlace;
        using tenon::optional;
        return std::tuple{
            tenon::required("name", &P::name, "Name of the virtual data resource"),
            optional("level", &P::level, "For whom it is defined", "organization")
                .oneOf({"organization", "account", "instance"}),
            optional("accountId", &P::accountId,
                     "Number of the account, for the level account; left out, the user's own"),
            optional("instanceId", &P::instanceId,
                     "Number of the element instance, for the level instance"),
        };
    }
};

void checkPlace(Checks& checks, const ResourcePlace& place);

// Of its definition, below the base: /organizations/objects/contacts/definitions.
std::string pathOf(const ResourcePlace& place);

}  // namespace cloudelements
