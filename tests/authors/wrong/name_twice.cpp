// SPDX-License-Identifier: Apache-2.0
// error: two fields have the same name
#include "tenon/plugin.h"

struct Inputs {
    std::int64_t count{}, most{};
    static constexpr auto fields() {
        return std::tuple{tenon::required("count", &Inputs::count, "How many"),
                          tenon::optional("count", &Inputs::most, "How many at most")};
    }
};

#include "../the_rest.h"
