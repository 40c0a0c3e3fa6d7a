// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/delete_formula_template.h"

#include "cloudelements/platform/parts.h"

namespace cloudelements {

DeleteFormulaTemplate::Outputs DeleteFormulaTemplate::run(const Inputs& in,
                                                          tenon::Context& context) {
    Checks checks;
    checks.connection(in.connection, context);
    checkNumber(checks, "/formulaId", in.formulaId);
    checks.finish();
    Client client(in.connection, context);
    const auto id = std::to_string(in.formulaId);
    return removeAt(client, "/formulas/" + id, "the formula template " + id);
}

}  // namespace cloudelements
