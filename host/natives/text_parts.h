// SPDX-License-Identifier: Apache-2.0
// Texts taken apart and put together: characters, parts, places.
#pragma once

#include "natives/native.h"

namespace tenon::expr {

Natives textPartNatives();

}  // namespace tenon::expr
