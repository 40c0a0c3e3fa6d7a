// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/delete_formula_instance.h"

#include "cloudelements/platform/parts.h"

namespace cloudelements {

DeleteFormulaInstance::Outputs DeleteFormulaInstance::run(const Inputs& in,
                                                          tenon::Context& context) {
    Checks checks;
    checks.connection(in.connection, context);
    checkNumber(checks, "/formulaId", in.formulaId);
    checkNumber(checks, "/formulaInstanceId", in.formulaInstanceId);
    checks.finish();
    Client client(in.connection, context);
    const auto id = std::to_string(in.formulaInstanceId);
    return removeAt(client, "/formulas/" + std::to_string(in.formulaId) + "/instances/" + id,
                    "the formula instance " + id);
}

}  // namespace cloudelements
