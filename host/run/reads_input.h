// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tenon/value.h"

namespace tenon::run {

// Does a manifest read the workflow's input? It does where it shapes it (`input.from`), where it
// names $workflow.input, and where its first task reads a member of `.` or $input; what comes from
// another place in the expression (`… | .a`) does not count.
bool readsInput(const Value& manifest);

}  // namespace tenon::run
