// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "net/url.h"
#include "tenon/http.h"

namespace tenon::net {

// The request as bytes, body included. `target`: what stands in the request line (a proxy wants
// the whole URL); `proxyAuthorization`: that header's value, if any. Throws Fault (refused) for
// what cannot be sent as it is: control characters, names that are no tokens, headers that are
// ours.
std::string writeRequest(const HttpRequest& request, const Url& url, const std::string& target,
                         const std::string& proxyAuthorization);

}  // namespace tenon::net
