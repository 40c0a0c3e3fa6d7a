// SPDX-License-Identifier: Apache-2.0
#include "expr/filters/special.h"

#include "natives/native.h"

namespace tenon::expr {

FilterPtr special(std::string_view name, std::vector<FilterPtr>& arguments) {
    for (const auto& some : {countingSpecials(), placeSpecials(), runSpecials()})
        for (const auto& one : some)
            if (one.name == name && one.arity == arguments.size())
                return one.make(std::move(arguments));
    return nullptr;
}

std::vector<std::pair<std::string, std::size_t>> functions() {
    auto out = nativeFunctions();
    for (const auto& some : {countingSpecials(), placeSpecials(), runSpecials()})
        for (const auto& one : some) out.emplace_back(one.name, one.arity);
    return out;
}

}  // namespace tenon::expr
