// SPDX-License-Identifier: Apache-2.0
// error: oneOf is for texts and lists of texts
#include "tenon/plugin.h"

struct Inputs {
    std::int64_t count{};
    static constexpr auto fields() {
        return std::tuple{tenon::required("count", &Inputs::count, "How many").oneOf({"1", "2"})};
    }
};

#include "../the_rest.h"
