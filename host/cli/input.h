// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "tenon/value.h"

namespace tenon::cli {

// The workflow's input from `--input` values: files ("-" is standard input) and NAME=VALUE. Members
// of later ones win. A VALUE that is JSON counts as that, any other as text: port=80 is a number,
// port='"80"' a text. Failure (64, 65, 66). Without any value: an empty object.
Value readInput(const std::vector<std::string>& given);

}  // namespace tenon::cli
