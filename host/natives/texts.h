// SPDX-License-Identifier: Apache-2.0
// Functions of texts as a whole: their case, their ends.
#pragma once

#include "natives/native.h"

namespace tenon::expr {

Natives textNatives();

}  // namespace tenon::expr
