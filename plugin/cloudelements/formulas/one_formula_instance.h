// SPDX-License-Identifier: Apache-2.0
// Making a formula instance, and finding those that are like it: nothing of it that is known to
// come back could carry a tag.
#pragma once

#include <set>

#include "cloudelements/formulas/create_formula_instance.h"
#include "cloudelements/once/make_once.h"
#include "cloudelements/platform/client.h"

namespace cloudelements {

class OneFormulaInstance {
  public:
    // Client and inputs outlive it.
    OneFormulaInstance(Client& client, const CreateFormulaInstanceInputs& in, std::int64_t formula)
        : client_(client), in_(in), formula_(formula), configuration_(configurationOf(in)) {}

    // The POST. Throws StepError.
    [[nodiscard]] tenon::Value made() const;
    [[nodiscard]] tenon::Value taken(const Candidate& found) const;
    // Those that were not there before the POST.
    [[nodiscard]] std::vector<Candidate> fresh() const;
    // Learns what is there before the POST; gives the one that will do, if one may be taken.
    std::optional<tenon::Value> seenBefore();
    [[nodiscard]] bool isThere(const tenon::Value& gave) const;

  private:
    [[nodiscard]] std::vector<Candidate> alike() const;
    [[nodiscard]] bool isAlike(const tenon::Value& item) const;
    [[nodiscard]] tenon::Value outputsOf(const tenon::Value& answer, const char* origin) const;

    Client& client_;
    const CreateFormulaInstanceInputs& in_;
    const std::int64_t formula_;
    const tenon::Object configuration_;
    std::set<std::int64_t> before_{};
};

}  // namespace cloudelements
