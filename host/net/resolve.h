// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Poco/Net/SocketAddress.h>

#include <string>
#include <vector>

#include "net/client_options.h"
#include "net/waiter.h"

namespace tenon::net {

// The addresses of a host, in the order in which to try them. Rules come first, then literals and
// "localhost", then the name service, which a thread of its own waits for. Throws Fault (connect,
// deadline, cancelled).
std::vector<Poco::Net::SocketAddress> resolve(const std::string& host, std::uint16_t port,
                                              const std::vector<ResolveRule>& rules,
                                              Waiter& waiter);

}  // namespace tenon::net
