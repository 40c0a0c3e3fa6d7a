// SPDX-License-Identifier: Apache-2.0
// error: a field's number with a fraction is a double
#include "tenon/plugin.h"

struct Inputs {
    std::vector<float> weights;
    static constexpr auto fields() {
        return std::tuple{tenon::required("weights", &Inputs::weights, "How heavy")};
    }
};

#include "../the_rest.h"
