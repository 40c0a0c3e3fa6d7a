// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/formulas_named.h"

#include <set>

namespace cloudelements {

std::vector<Formula> formulasNamed(Client& client, const std::string& name) {
    Call call{.path = "/formulas", .about = "the question for the formula templates"};
    call.query = {{"abridged", "true"}, {"pageSize", "200"}};
    const auto first = call.query;
    std::vector<Formula> found;
    std::set<std::string> pages;
    for (;;) {
        const auto answer = client.find(call);
        if (!answer) return found;
        const auto page = client.json(*answer, call);
        if (!page.array()) throw client.unusable(*answer, call, "is not an array");
        for (const auto& one : *page.array())
            if (auto formula = readFormula(one); formula && formula->name == name)
                found.push_back(*std::move(formula));
        const auto next = nextPage(*answer);
        if (next.empty()) return found;
        if (!pages.insert(next).second)
            throw client.unusable(*answer, call, "leads to a page that was there before");
        call.query = first;
        call.query.emplace_back("nextPage", next);
    }
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
