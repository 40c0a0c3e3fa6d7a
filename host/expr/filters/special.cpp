// SPDX-License-Identifier: Apache-2.0
#include "expr/filters/special.h"

namespace tenon::expr {

FilterPtr special(std::string_view name, std::vector<FilterPtr>& arguments) {
    for (const auto& some : {countingSpecials(), placeSpecials(), runSpecials()})
        for (const auto& one : some)
            if (one.name == name && one.arity == arguments.size())
                return one.make(std::move(arguments));
    return nullptr;
}

std::vector<std::string> specialNames() {
    std::vector<std::string> out;
    for (const auto& some : {countingSpecials(), placeSpecials(), runSpecials()})
        for (const auto& one : some)
            out.push_back(std::string(one.name) + "/" + std::to_string(one.arity));
    return out;
}

}  // namespace tenon::expr
