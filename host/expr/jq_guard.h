// SPDX-License-Identifier: Apache-2.0
// libjq ends the process where its data is unlucky: a failed assertion, a stack that is too small,
// memory that is not there. Calls of it go through here.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace tenon::expr {

// What libjq said where it would have ended the process; its state is good for nothing afterwards,
// not even to be freed. `call` must not hold anything that has a destructor.
std::optional<std::string> guarded(const std::function<void()>& call);

// Runs the call on a stack of 1 GB: libjq calls itself for each level of a value that it frees.
void onLargeStack(const std::function<void()>& call);

}  // namespace tenon::expr
