// SPDX-License-Identifier: Apache-2.0
// error: unit is for numbers
#include "tenon/plugin.h"

struct Inputs {
    std::string time;
    static constexpr auto fields() {
        return std::tuple{tenon::required("time", &Inputs::time, "How long").unit("seconds")};
    }
};

#include "../the_rest.h"
