// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "manifest/node.h"

namespace tenon::run {

// Checks what is written for a step's inputs against the step's JSON Schema, as far as that can be
// known before a run: texts `${ … }` fit everything. `step` names it in the faults.
void checkInputs(const manifest::Node& with, const Value& schema, const std::string& step,
                 manifest::Faults& faults);

// The same where the task has no `with` at all.
void checkNoInputs(const manifest::Node& call, const Value& schema, const std::string& step,
                   manifest::Faults& faults);

}  // namespace tenon::run
