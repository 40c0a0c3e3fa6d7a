// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tenon::manifest {

// The name that a part of a JSON pointer stands for.
inline std::string unescaped(std::string_view part) {
    std::string out;
    for (std::size_t i = 0; i < part.size(); ++i) {
        const char next = part[i] == '~' && i + 1 < part.size() ? part[i + 1] : ' ';
        out += next == '0' ? '~' : next == '1' ? '/' : part[i];
        if (next == '0' || next == '1') ++i;
    }
    return out;
}

}  // namespace tenon::manifest
