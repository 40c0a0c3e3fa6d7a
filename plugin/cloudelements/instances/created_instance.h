// SPDX-License-Identifier: Apache-2.0
// How an instance is to be made, and what its making gives.
#pragma once

#include "cloudelements/once/fields.h"
#include "cloudelements/platform/instance.h"

namespace cloudelements {

// Inputs that all steps share which make instances.
struct HowToCreate {
    std::string adopt = "own";
    std::int64_t lookFor = 90;
    bool verify = true;
    std::string onInvalid = "keep";

    static constexpr auto fields() {
        using H = HowToCreate;
        using tenon::optional;
        return std::tuple{
            optional("adopt", &H::adopt,
                     "What is taken instead of a new instance: one that an earlier attempt of "
                     "this task made (own), also the one of this name and element (byName), none "
                     "(never)",
                     "own")
                .oneOf({"never", "own", "byName"}),
            lookForField(&H::lookFor),
            optional("verify", &H::verify,
                     "Whether the provider is asked for a sign of life through the instance", true),
            optional("onInvalid", &H::onInvalid,
                     "What becomes of an instance whose credentials the provider refuses", "keep")
                .oneOf({"keep", "delete"}),
        };
    }
};

struct CreatedInstance : Instance {
    std::string origin = "created";
    bool verified = false;
    std::optional<std::string> verifiedAt;

    static constexpr auto fields() {
        using C = CreatedInstance;
        using tenon::required;
        return std::tuple_cat(Instance::fields(),
                              std::tuple{
                                  originField(&C::origin),
                                  required("verified", &C::verified,
                                           "Whether the provider gave a sign of life through it"),
                                  tenon::optional("verifiedAt", &C::verifiedAt,
                                                  "When, as the provider's answer says"),
                              });
    }
};

}  // namespace cloudelements
