// SPDX-License-Identifier: Apache-2.0
// error: a required field has no default: write optional
#include "tenon/plugin.h"

struct Inputs {
    std::int64_t count{};
    static constexpr auto fields() {
        return std::tuple{tenon::required("count", &Inputs::count, "How many", 50)};
    }
};

#include "../the_rest.h"
