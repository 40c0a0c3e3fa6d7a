// SPDX-License-Identifier: Apache-2.0
// Does the same call of a step twice come to the same as once? Some steps say that one of their
// inputs decides it: `x-idempotent: {method: [GET, PUT]}` in the schema of the inputs.
#pragma once

#include "manifest/node.h"
#include "run/names.h"
#include "world/ports.h"

namespace tenon::run {

bool idempotent(const StepDescription& step, const Value& inputs);

// As the manifest writes them: not where an expression gives the input that decides it.
bool idempotent(const StepDescription& step, const manifest::Node* with);

// What would make it so, if the input that decides it is left out: `unless "method" says GET or
// PUT`. Empty where there is none such.
std::string idempotentUnless(const StepDescription& step, const manifest::Node* with);

// `metadata: {idempotent: true}` of a task, in the manifest's words: doing it twice comes to the
// same as once.
bool saidIdempotent(const manifest::Node* metadata);

}  // namespace tenon::run
