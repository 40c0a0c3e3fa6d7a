// SPDX-License-Identifier: Apache-2.0
// The functions of <cmath>.
#pragma once

#include "natives/native.h"

namespace tenon::expr {

Natives mathNatives();

}  // namespace tenon::expr
