// SPDX-License-Identifier: Apache-2.0
// What a formula instance binds, against what its template wants.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cloudelements/formulas/formula.h"

namespace cloudelements {

struct Binding {
    std::map<std::string, std::int64_t> instances;  // variable → id of an element instance
    std::map<std::string, tenon::Value> values;     // variable → value; null: none
};

// What is missing, unknown, or of the other kind; empty if it fits.
std::vector<tenon::Problem> problemsOf(const Binding& binding,
                                       const std::vector<FormulaVariable>& variables);

// The `configuration` of the formula instance.
tenon::Object configurationOf(const Binding& binding);

}  // namespace cloudelements
