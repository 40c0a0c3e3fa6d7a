// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/auth/authorization.h"

namespace tenon::run {

// Fetches what the authorization of a call needs, such as a token, before the call begins: an
// Error leaves the call not begun. That it was there is recorded, and so is why it was not, for
// what the run did then it does in its later lives; what it is, is not. `position`: of the call.
// `read`: do expressions read it? Then it is there in a later life, too, where nobody sends it.
std::optional<Error> prepared(Frame& frame, const Position& position, Authorization& authorization,
                              bool read);

}  // namespace tenon::run
