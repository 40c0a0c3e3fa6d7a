// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/formula.h"

#include "cloudelements/platform/members.h"

namespace cloudelements {

std::optional<Formula> readFormula(const tenon::Value& answer) {
    const auto id = integerOf(answer, "id");
    if (!id) return std::nullopt;
    Formula out{
        *id, textOf(answer, "name"), truthOf(answer, "active"), textOf(answer, "createdDate"), {}};
    const auto configuration = memberOf(answer, "configuration");
    if (const auto* list = configuration.array())
        for (const auto& one : *list) {
            auto key = textOf(one, "key");
            if (key.empty()) continue;
            out.variables.push_back({std::move(key), textOf(one, "name"), textOf(one, "type"),
                                     textOf(one, "description"),
                                     truthOf(one, "required").value_or(false)});
        }
    return out;
}

}  // namespace cloudelements
