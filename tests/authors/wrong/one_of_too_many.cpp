// SPDX-License-Identifier: Apache-2.0
// error: oneOf takes at most 16 texts
#include "tenon/plugin.h"

struct Inputs {
    std::string letter;
    static constexpr auto fields() {
        return std::tuple{tenon::required("letter", &Inputs::letter, "Which")
                              .oneOf({"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l",
                                      "m", "n", "o", "p", "q"})};
    }
};

#include "../the_rest.h"
