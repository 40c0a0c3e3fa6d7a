// SPDX-License-Identifier: Apache-2.0
// The functions that are written in the language itself.
#pragma once

#include "natives/native.h"

namespace tenon::expr {

Writtens libraryWrittens();

}  // namespace tenon::expr
