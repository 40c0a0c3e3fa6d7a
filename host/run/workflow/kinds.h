// SPDX-License-Identifier: Apache-2.0
// The task kinds that run. A new kind is a class and a line here.
#pragma once

#include "run/loader.h"

namespace tenon::run {

const Kind* kindOf(const manifest::Node& task, manifest::Faults& faults);

}  // namespace tenon::run
