// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "quotes.h"
#include "tenon/http.h"

namespace cloudelements {

// The Error for an answer that is no success: says what the platform said (`message`,
// `providerMessage`, `requestId`) without the secrets in what it was sent, and which credential to
// look at for 401 and 403.
tenon::Error platformError(const tenon::HttpResponse& answer, const Quotes& quotes);

// The platform's name for the request that this answers: the `requestId` of an error's body, else
// the header Elements-Request-Id, which stands in the platform's list of exposed headers. Without
// the secrets in what was sent; empty if there is none.
std::string requestIdOf(const tenon::HttpResponse& answer, const Quotes& quotes);

}  // namespace cloudelements
