// SPDX-License-Identifier: Apache-2.0
// error: an enumeration is no field's type: take std::string with .oneOf({...})
#include "tenon/plugin.h"

enum class Mode { merge, replace };

struct Inputs {
    Mode mode{};
    static constexpr auto fields() {
        return std::tuple{tenon::required("mode", &Inputs::mode, "How")};
    }
};

#include "../the_rest.h"
