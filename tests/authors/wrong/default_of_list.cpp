// SPDX-License-Identifier: Apache-2.0
// error: no default of a list, a map, a struct or a tenon::Value is written here: write it where
// the member is declared
#include "tenon/plugin.h"

struct Inputs {
    std::vector<std::string> kinds;
    static constexpr auto fields() {
        return std::tuple{tenon::optional("kinds", &Inputs::kinds, "Which", "accounts")};
    }
};

#include "../the_rest.h"
