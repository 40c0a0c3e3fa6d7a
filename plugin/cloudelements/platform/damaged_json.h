// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "tenon/value.h"

namespace cloudelements {

// An object of JSON as far as it can be read: a byte-order mark before it is skipped, what is no
// UTF-8 becomes U+FFFD, members that are no JSON are left out, and what comes after a break in it,
// too. Null where there is no object. What the platform has made must not be lost for a byte.
tenon::Value readDamaged(std::string_view text);

// The text without a byte-order mark before it.
std::string_view withoutMark(std::string_view text);

// U+FFFD for each byte that is no UTF-8.
std::string repaired(std::string_view text);

}  // namespace cloudelements
