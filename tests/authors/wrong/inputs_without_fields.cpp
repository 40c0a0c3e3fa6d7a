// SPDX-License-Identifier: Apache-2.0
// error: inputs and outputs have a public static constexpr fields()
#include "tenon/plugin.h"

struct Inputs {
    std::string text;
};

#include "../the_rest.h"
