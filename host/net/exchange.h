// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "net/response_parser.h"
#include "net/stream.h"
#include "net/waiter.h"

namespace tenon::net {

// Sends the request and reads one whole answer, which may begin before the request is out. Throws
// Fault; what had arrived before it, the parser has. Returns whether the connection may carry
// another request.
bool exchange(Stream& stream, std::string_view request, ResponseParser& parser, Waiter& waiter);

// What still comes of an answer that cannot be understood, at the end of `body`: until nothing
// comes any more, but no longer than a second.
void readRest(Stream& stream, std::string& body, std::size_t most, Waiter& waiter);

}  // namespace tenon::net
