// SPDX-License-Identifier: Apache-2.0
// Points in time: seconds since 1970, and arrays of [year, month from 0, day, hour, minute, second,
// day of the week from Sunday, day of the year from 0]. All of it is UTC.
#pragma once

#include "natives/native.h"

namespace tenon::expr {

Natives dateNatives();

}  // namespace tenon::expr
