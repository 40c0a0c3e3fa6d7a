// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "net/response_parser.h"
#include "net/stream.h"

namespace tenon::net {

// Sends the request and reads one whole answer. An answer that comes while the request is still
// being written ends the writing; the connection is then of no further use. Throws Fault. Returns
// whether the connection may carry another request.
bool exchange(Stream& stream, std::string_view request, ResponseParser& parser, Waiter& waiter);

}  // namespace tenon::net
