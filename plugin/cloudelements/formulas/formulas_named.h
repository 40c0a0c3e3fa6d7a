// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cloudelements/formulas/formula.h"
#include "cloudelements/platform/client.h"

namespace cloudelements {

// All templates of exactly this name, through all pages of the platform's list. Names are not
// unique on the platform. Their steps are not read; whether their variables are is not known.
std::vector<Formula> formulasNamed(Client& client, const std::string& name);

// The error where one is wanted and there are several.
tenon::Error severalNamed(const std::string& name, const std::vector<Formula>& found);

}  // namespace cloudelements
