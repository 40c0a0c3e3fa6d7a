// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tenon/value.h"

namespace tenon::run {

// Does a manifest read members of the workflow's input? It does where it shapes it (`input.from`),
// where it names $workflow.input, and where tasks that are given it as it is (the first one, what
// is first inside it, what comes after a wait or a switch) read a member of `.` or $input.
// Manifests that only hand the whole on do not count.
bool readsInput(const Value& manifest);

}  // namespace tenon::run
