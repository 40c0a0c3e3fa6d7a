// SPDX-License-Identifier: Apache-2.0
// error: asDocument is for data of any shape: take tenon::Value
#include "tenon/plugin.h"

struct Inputs {
    std::string script;
    static constexpr auto fields() {
        return std::tuple{tenon::required("script", &Inputs::script, "What is done").asDocument()};
    }
};

#include "../the_rest.h"
