// SPDX-License-Identifier: Apache-2.0
// Step DeleteFormulaInstance: deletes an instance of a formula template: its trigger starts nothing
// any more. Where it is gone already, that is no error: `existed` is false.
//
// Source: the vendor's documentation of formulas, its client SDK (/formulas) and its integration
// tests (platform/formulas).
#pragma once

#include "cloudelements/platform/connection.h"
#include "cloudelements/platform/removal.h"
#include "tenon/step.h"

namespace cloudelements {

struct DeleteFormulaInstanceInputs {
    Connection connection;
    std::int64_t formulaId{}, formulaInstanceId{};

    static constexpr auto fields() {
        using I = DeleteFormulaInstanceInputs;
        return std::tuple{
            connectionField(&I::connection),
            tenon::required("formulaId", &I::formulaId, "Number of the template"),
            tenon::required("formulaInstanceId", &I::formulaInstanceId,
                            "Number of the formula instance"),
        };
    }
};

class DeleteFormulaInstance final : public tenon::TypedStep<DeleteFormulaInstanceInputs, Removal> {
  public:
    static constexpr tenon::StepInfo info{"DeleteFormulaInstance", "1.0.0",
                                          "Deletes an instance of a formula template.", true};

    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
