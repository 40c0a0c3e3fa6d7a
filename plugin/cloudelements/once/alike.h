// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tenon/value.h"

namespace cloudelements {

// May what the platform shows under this key be what was sent? Secrets, masks and what it may write
// in its own way (objects, lists) cannot be compared, nor what it does not show.
bool mayBeAlike(const std::string& key, const tenon::Value& sent, const tenon::Value& shown);

}  // namespace cloudelements
