// SPDX-License-Identifier: Apache-2.0
// error: a field's name begins with a letter and goes on with letters, digits, _ and -
#include "tenon/plugin.h"

struct Inputs {
    std::string text;
    static constexpr auto fields() {
        return std::tuple{tenon::required("the text", &Inputs::text, "The text")};
    }
};

#include "../the_rest.h"
