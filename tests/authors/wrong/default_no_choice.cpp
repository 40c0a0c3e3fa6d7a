// SPDX-License-Identifier: Apache-2.0
// error: a default is none of the texts of oneOf
#include "tenon/plugin.h"

struct Inputs {
    std::string mode;
    static constexpr auto fields() {
        return std::tuple{
            tenon::optional("mode", &Inputs::mode, "How", "join").oneOf({"merge", "replace"})};
    }
};

#include "../the_rest.h"
