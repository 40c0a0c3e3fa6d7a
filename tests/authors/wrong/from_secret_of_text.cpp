// SPDX-License-Identifier: Apache-2.0
// error: fromSecret is for what holds a secret: tenon::Secret, tenon::Value, or a struct or list
// with one
#include "tenon/plugin.h"

struct Inputs {
    std::string password;
    static constexpr auto fields() {
        return std::tuple{
            tenon::required("password", &Inputs::password, "Its password").fromSecret("crm")};
    }
};

#include "../the_rest.h"
