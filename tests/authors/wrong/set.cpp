// SPDX-License-Identifier: Apache-2.0
// error: a field is std::string, bool, an integer, double, tenon::Secret, tenon::Value, a struct
// with a public static constexpr fields(), or std::optional, std::vector or std::map<std::string,
// ...> of these
#include "tenon/plugin.h"

#include <set>

struct Inputs {
    std::set<std::string> kinds;
    static constexpr auto fields() {
        return std::tuple{tenon::required("kinds", &Inputs::kinds, "Which")};
    }
};

#include "../the_rest.h"
