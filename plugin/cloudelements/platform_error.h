// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tenon/http.h"
#include "tenon/value.h"

namespace cloudelements {

// The Error for an answer that is no success: says what the platform said (`message`,
// `providerMessage`, `requestId`) without the secrets in what it was sent, and which credential to
// look at for 401 and 403.
tenon::Error platformError(const tenon::HttpResponse& answer, const tenon::Value& sent);

}  // namespace cloudelements
