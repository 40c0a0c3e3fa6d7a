// SPDX-License-Identifier: Apache-2.0
// `fromjson`: JSON of people, as the language reads it: `nan`, `.5`, `007`, and the last of two
// members of one name.
#pragma once

#include "natives/native.h"

namespace tenon::expr {

Natives jsonTextNatives();

}  // namespace tenon::expr
