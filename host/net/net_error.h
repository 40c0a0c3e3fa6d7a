// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "net/fault.h"
#include "tenon/error.h"
#include "tenon/http.h"

namespace tenon::net {

// Does sending the request twice come to the same as once, by its method or by what its sender
// says?
bool isIdempotent(const HttpRequest& request);

// The Error that the caller gets. `shown`: the URL without its query. `sent`: has a byte of the
// request left? Then the remote side may have acted on what does more than look; it is `retryable`
// only if it may be sent twice.
Error netError(const Fault& fault, const HttpRequest& request, const std::string& shown, bool sent);

}  // namespace tenon::net
