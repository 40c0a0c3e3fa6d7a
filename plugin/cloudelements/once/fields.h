// SPDX-License-Identifier: Apache-2.0
// Inputs and outputs of every step that makes something once.
#pragma once

#include <cstdint>
#include <string>

#include "cloudelements/platform/checks.h"
#include "tenon/fields.h"

namespace cloudelements {

template <class Inputs>
constexpr auto lookForField(std::int64_t Inputs::*member) {
    return tenon::optional("lookFor", member,
                           "How long it looks for what it made where the outcome of the creation "
                           "is unknown (0: three times at once)",
                           90)
        .unit("seconds");
}

inline void checkLookFor(Checks& checks, std::int64_t seconds) {
    if (seconds < 0 || seconds > 86'400)
        checks.no("/lookFor",
                  "is " + std::to_string(seconds) + "; wanted a number of seconds from 0 to 86400");
}

template <class Outputs>
constexpr auto originField(std::string Outputs::*member) {
    return tenon::required("origin", member, "Whether it was made now, or found and taken")
        .oneOf({"created", "adopted"});
}

}  // namespace cloudelements
