// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "net/response_parser.h"
#include "net/stream.h"

namespace tenon::net {

// Sends the request and reads one whole answer, which may begin before the request is out. Throws
// Fault. Returns whether the connection may carry another request.
bool exchange(Stream& stream, std::string_view request, ResponseParser& parser, Waiter& waiter);

}  // namespace tenon::net
