// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/find_formula_template.h"

#include "cloudelements/formulas/formulas_named.h"
#include "cloudelements/platform/checks.h"

namespace cloudelements {

FindFormulaTemplate::Outputs FindFormulaTemplate::run(const Inputs& in, tenon::Context& context) {
    Checks checks;
    checks.connection(in.connection, context);
    checks.text("/name", in.name);
    checks.finish();

    Client client(in.connection, context);
    const auto found = formulasNamed(client, in.name);
    if (found.size() > 1) throw tenon::StepError(severalNamed(in.name, found));
    Outputs out;
    out.found = !found.empty();
    for (const auto& one : found) {
        out.id = one.id;
        out.active = one.active;
        if (!one.createdDate.empty()) out.createdDate = one.createdDate;
    }
    return out;
}

}  // namespace cloudelements
