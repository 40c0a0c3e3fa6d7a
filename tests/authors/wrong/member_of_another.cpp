// SPDX-License-Identifier: Apache-2.0
// error: a field is a member of another struct
#include "tenon/plugin.h"

struct Other {
    std::int64_t count{};
};

struct Inputs {
    std::int64_t count{};
    static constexpr auto fields() {
        return std::tuple{tenon::required("count", &Other::count, "How many")};
    }
};

#include "../the_rest.h"
