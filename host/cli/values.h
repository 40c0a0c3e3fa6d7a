// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "tenon/value.h"

namespace tenon::cli {

// What a file holds, or standard input for "-": values of JSON one after the other, as many as
// there are, or else one document of YAML. Failure (65, 66, 130).
std::vector<Value> readValues(const std::string& path);

}  // namespace tenon::cli
