// SPDX-License-Identifier: Apache-2.0
// Making a formula template, and finding it by the tag at the end of its description.
#pragma once

#include "cloudelements/formulas/create_formula_template.h"
#include "cloudelements/once/make_once.h"
#include "cloudelements/platform/client.h"

namespace cloudelements {

class OneTemplate {
  public:
    // The client outlives it.
    OneTemplate(Client& client, const CreateFormulaTemplateInputs& in, const std::string& tag);

    [[nodiscard]] const std::string& name() const { return name_; }
    // The POST. Throws StepError.
    [[nodiscard]] tenon::Value made() const;
    // With its variables, which a list may leave out.
    [[nodiscard]] tenon::Value taken(const Candidate& found) const;
    [[nodiscard]] std::vector<Candidate> tagged() const;
    [[nodiscard]] bool isThere(const tenon::Value& gave) const;

  private:
    [[nodiscard]] bool carries(const tenon::Value& formula) const;

    Client& client_;
    const std::string tag_;
    std::string name_{};
    tenon::Object body_;
};

}  // namespace cloudelements
