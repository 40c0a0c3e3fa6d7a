// SPDX-License-Identifier: Apache-2.0
// error: fields() is static constexpr
#include "tenon/plugin.h"

struct Inputs {
    std::string text;
    static auto fields() { return std::tuple{tenon::required("text", &Inputs::text, "The text")}; }
};

#include "../the_rest.h"
