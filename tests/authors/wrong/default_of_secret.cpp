// SPDX-License-Identifier: Apache-2.0
// error: a secret has no default
#include "tenon/plugin.h"

struct Inputs {
    tenon::Secret key;
    static constexpr auto fields() {
        return std::tuple{tenon::optional("key", &Inputs::key, "Its key", "hush")};
    }
};

#include "../the_rest.h"
