// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "net/proxy.h"
#include "net/stream.h"
#include "net/tls.h"
#include "net/waiter.h"

namespace tenon::net {

// A new connection that is ready for a request to the URL. Throws Fault.
std::unique_ptr<Stream> connect(const Url& url, const std::optional<Proxy>& proxy,
                                const ClientOptions& options, LazyTls& tls, Waiter& waiter);

}  // namespace tenon::net
