// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "net/client_options.h"
#include "net/url.h"

namespace tenon::net {

struct Proxy {
    std::string host;
    std::uint16_t port = 0;
    std::string authorization;  // value of Proxy-Authorization, or empty; secret
};

// By http_proxy, https_proxy (or HTTPS_PROXY, all_proxy) and no_proxy, as curl reads them. This
// machine is always spoken to directly. Throws Fault (refused) if the variable is no http URL.
std::optional<Proxy> proxyFor(const Url& url, const ClientOptions& options);

}  // namespace tenon::net
