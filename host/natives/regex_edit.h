// SPDX-License-Identifier: Apache-2.0
// Texts cut at the matches of a regular expression, and put together again.
#pragma once

#include "natives/native.h"

namespace tenon::expr {

Natives regexEditNatives();

}  // namespace tenon::expr
