// SPDX-License-Identifier: Apache-2.0
// Step DeleteFormulaTemplate: deletes a formula template. Where it is gone already, that is no
// error: `existed` is false. Its instances go first (DeleteFormulaInstance).
//
// Source: the vendor's documentation of formulas, its client SDK (/formulas) and its integration
// tests (platform/formulas).
#pragma once

#include "cloudelements/platform/connection.h"
#include "cloudelements/platform/removal.h"
#include "tenon/step.h"

namespace cloudelements {

struct DeleteFormulaTemplateInputs {
    Connection connection;
    std::int64_t formulaId{};

    static constexpr auto fields() {
        using I = DeleteFormulaTemplateInputs;
        return std::tuple{
            connectionField(&I::connection),
            tenon::required("formulaId", &I::formulaId, "Number of the template"),
        };
    }
};

class DeleteFormulaTemplate final : public tenon::TypedStep<DeleteFormulaTemplateInputs, Removal> {
  public:
    static constexpr tenon::StepInfo info{"DeleteFormulaTemplate", "1.0.0",
                                          "Deletes a formula template.", true};

    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
