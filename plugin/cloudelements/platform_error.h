// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tenon/http.h"

namespace cloudelements {

// The Error for an answer that is no success: says what the platform said (`message`,
// `providerMessage`, `requestId`), and which credential to look at for 401 and 403.
tenon::Error platformError(const tenon::HttpResponse& answer);

}  // namespace cloudelements
