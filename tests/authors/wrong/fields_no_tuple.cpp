// SPDX-License-Identifier: Apache-2.0
// error: fields() gives std::tuple{required(...), optional(...), ...}
#include "tenon/plugin.h"

struct Inputs {
    std::string text;
    static constexpr auto fields() { return tenon::required("text", &Inputs::text, "The text"); }
};

#include "../the_rest.h"
