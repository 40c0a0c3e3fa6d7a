// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace cloudelements {

// What a task marks the things with that it makes: "tenon-" and 26 characters, the first 128 bits
// of the key's SHA-256 in base32. The same for every attempt of the task in a run, and for nothing
// else.
std::string tagOf(std::string_view idempotencyKey);

}  // namespace cloudelements
