// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cloudelements/platform/quotes.h"
#include "tenon/http.h"

namespace cloudelements {

// What the Error of one call may advise.
struct Advice {
    bool token = false;         // was an instance's token sent along?
    std::string notFound{};     // what to do about a 404
    std::string unreachable{};  // … and about a provider that the platform does not reach (502)
    std::string provider = "The provider";
    bool isQuiet = false;  // what the platform said, and no advice
};

// The Error for an answer that is no success: says what the platform said (`message`,
// `providerMessage`, `requestId`) without the secrets in what it was sent, and which credential to
// look at for 401 and 403.
tenon::Error platformError(const tenon::HttpResponse& answer, const Quotes& quotes,
                           const Advice& advice);

// Does a 404 say that what was looked for is not there ("No … found", as the vendor's own clients
// read it)? Another one comes from whoever answers at a wrong address.
bool saysNoneFound(const tenon::HttpResponse& answer);

// The platform's name for the request that this answers: the `requestId` of an error's body, else
// the header Elements-Request-Id, which stands in the platform's list of exposed headers. Without
// the secrets in what was sent; empty if there is none.
std::string requestIdOf(const tenon::HttpResponse& answer, const Quotes& quotes);

}  // namespace cloudelements
