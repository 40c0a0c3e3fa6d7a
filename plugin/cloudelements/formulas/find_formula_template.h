// SPDX-License-Identifier: Apache-2.0
// Step FindFormulaTemplate: finds a formula template by its name, in all pages of the platform's
// list.
//
// Where there is none, that is an answer and no error: `found` is false, and a manifest goes on
// with CreateFormulaTemplate. Names are not unique on the platform: where several templates have
// this name, that is an error that lists their numbers, before anything is bound to the wrong one.
// The name must be the same letter by letter.
//
// Source: the vendor's documentation of formulas, its client SDK (/formulas) and its integration
// tests (platform/formulas).
#pragma once

#include <optional>

#include "cloudelements/platform/connection.h"
#include "tenon/step.h"

namespace cloudelements {

struct FindFormulaTemplateInputs {
    Connection connection;
    std::string name;

    static constexpr auto fields() {
        using I = FindFormulaTemplateInputs;
        return std::tuple{connectionField(&I::connection),
                          tenon::required("name", &I::name, "Name of the template")};
    }
};

struct FindFormulaTemplateOutputs {
    bool found{};
    std::optional<std::int64_t> id;
    std::optional<bool> active;
    std::optional<std::string> createdDate;

    static constexpr auto fields() {
        using O = FindFormulaTemplateOutputs;
        using tenon::optional;
        return std::tuple{
            tenon::required("found", &O::found, "Whether there is one"),
            optional("id", &O::id, "Its number"),
            optional("active", &O::active, "Whether it is switched on"),
            optional("createdDate", &O::createdDate, "When it was made"),
        };
    }
};

class FindFormulaTemplate final
    : public tenon::TypedStep<FindFormulaTemplateInputs, FindFormulaTemplateOutputs> {
  public:
    static constexpr tenon::StepInfo info{"FindFormulaTemplate", "1.0.0",
                                          "Finds a formula template by its name.", true};

    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
