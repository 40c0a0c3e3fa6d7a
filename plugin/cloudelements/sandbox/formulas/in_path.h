// SPDX-License-Identifier: Apache-2.0
// What a path below /formulas names. Throws an Answer (404) where there is none.
#pragma once

#include "platform/world.h"

namespace cloudelements::sandbox {

tenon::Value& templateOf(World& world, std::int64_t id);
tenon::Value& formulaIn(const Call& call, World& world);
// Of the formula that the path names, if it names one.
tenon::Value& formulaInstanceIn(const Call& call, World& world);

}  // namespace cloudelements::sandbox
