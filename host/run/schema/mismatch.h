// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "tenon/fields.h"

namespace tenon::run::schema {

// A text of ours among those of valijson.
std::string marked(const std::string& text);

// What valijson reports, in our words; nothing is added where it only says that something below
// does not fit, or says the same again.
void addMismatch(const std::vector<std::string>& context, const std::string& description,
                 std::vector<Problem>& problems);

}  // namespace tenon::run::schema
