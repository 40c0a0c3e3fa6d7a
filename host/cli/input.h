// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/declared_input.h"
#include "tenon/value.h"

namespace tenon::cli {

// The workflow's input from `--input` values: files ("-" is standard input) and NAME=VALUE. Members
// of later ones win. A VALUE that is JSON counts as that, any other as text: port=80 is a number,
// port='"80"' a text; where the manifest's input.schema takes a text and not that, it is one.
// Failure (64, 65, 66), also where the whole does not fit that schema. Without any value: an empty
// object.
Value readInput(const std::vector<std::string>& given, const DeclaredInput& declared);

// The same of NAME=VALUE alone; nothing is compared with the schema. Failure (64, 65).
Value assigned(const std::vector<std::string>& assignments, const DeclaredInput& declared);

// What of an input does not fit the schema, a line each that begins with `where`; twenty at most.
std::string misfits(const Value& input, const DeclaredInput& declared, const std::string& where);
inline constexpr const char* kNothingWasRun =
    "Nothing was run. tenon run MANIFEST --help lists what the manifest takes.\n";

}  // namespace tenon::cli
