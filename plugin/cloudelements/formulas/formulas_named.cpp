// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/formulas_named.h"

#include "cloudelements/platform/pages.h"

namespace cloudelements {

std::vector<Formula> formulasNamed(Client& client, const std::string& name) {
    const Call call{.path = "/formulas",
                    .query = {{"abridged", "true"}},
                    .about = "the question for the formula templates"};
    std::vector<Formula> found;
    eachItem(
        client, call, [&](const Call& page) { return client.find(page); },
        [&](const tenon::Value& one, const auto&) {
            if (auto formula = readFormula(one); formula && formula->name == name)
                found.push_back(*std::move(formula));
            return true;
        });
    return found;
}

tenon::Error severalNamed(const std::string& name, const std::vector<Formula>& found) {
    std::string ids;
    for (const auto& one : found) ids += (ids.empty() ? "" : ", ") + std::to_string(one.id);
    return tenon::makeError(tenon::ErrorKind::validation, "several formulas",
                            std::to_string(found.size()) + " formula templates are named \"" +
                                name + "\": " + ids +
                                ". Give the number of the one that is meant as formulaId, or "
                                "delete the others.");
}

}  // namespace cloudelements
