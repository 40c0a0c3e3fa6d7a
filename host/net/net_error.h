// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "net/fault.h"
#include "tenon/error.h"

namespace tenon::net {

// The Error that the caller gets. `shown`: the URL without its query. `maybeDone`: may the remote
// side have acted?
Error netError(const Fault& fault, const std::string& method, const std::string& shown,
               bool maybeDone);

}  // namespace tenon::net
