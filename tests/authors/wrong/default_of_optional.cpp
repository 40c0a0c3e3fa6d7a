// SPDX-License-Identifier: Apache-2.0
// error: a field with a default is never empty: leave out std::optional
#include "tenon/plugin.h"

struct Inputs {
    std::optional<bool> active;
    static constexpr auto fields() {
        return std::tuple{tenon::optional("active", &Inputs::active, "In use", true)};
    }
};

#include "../the_rest.h"
