// SPDX-License-Identifier: Apache-2.0
// error: a default has its field's type: a text that stays for std::string, true or false for bool,
// an integer for an integer, a number for double
#include "tenon/plugin.h"

struct Inputs {
    std::int64_t count{};
    static constexpr auto fields() {
        return std::tuple{tenon::optional("count", &Inputs::count, "How many", "50")};
    }
};

#include "../the_rest.h"
