// SPDX-License-Identifier: Apache-2.0
// error: a default is not in the range of its field's type
#include "tenon/plugin.h"

struct Inputs {
    std::uint8_t count{};
    static constexpr auto fields() {
        return std::tuple{tenon::optional("count", &Inputs::count, "How many", 256)};
    }
};

#include "../the_rest.h"
