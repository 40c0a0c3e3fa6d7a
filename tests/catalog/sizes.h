// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tenon/layout.h"

// The member of a descriptor that says how large the structs of the interface are here.
inline std::string sizes() {
    std::string out;
    for (const auto& [name, bytes] : tenon::layout::kSizes)
        out += (out.empty() ? "\"" : ",\"") + std::string(name) + "\":" + std::to_string(bytes);
    return "\"sizes\":{" + out + "}";
}
