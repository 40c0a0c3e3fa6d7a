// SPDX-License-Identifier: Apache-2.0
// `test`, `match`, `sub` and their like.
#pragma once

#include "natives/native.h"

namespace tenon::expr {

Natives regexNatives();
Writtens writtenRegex();

}  // namespace tenon::expr
