// SPDX-License-Identifier: Apache-2.0
// CloudEvents 1.0, as their JSON format writes them.
#pragma once

#include "manifest/node.h"
#include "tenon/error.h"
#include "tenon/value.h"

namespace tenon::run {

// Checks what is written for the attributes of an event, as far as that is known before a run.
void checkAttributes(const manifest::Node& with, manifest::Faults& faults);

// The event of these attributes and `data`. What `fallback` has counts where they have nothing, or
// null. The Error (`validation`) names the attribute.
Result<Value> cloudEvent(const Value& with, const Object& fallback);

}  // namespace tenon::run
