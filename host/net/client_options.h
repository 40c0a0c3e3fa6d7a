// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/error.h"
#include "world/plain_http.h"

namespace tenon::net {

// Requests to host:port go to this address; TLS still asks for the host's certificate.
struct ResolveRule {
    std::string host;  // lower case
    std::uint16_t port = 0;
    std::string address;            // IPv4 or IPv6
    std::uint16_t addressPort = 0;  // where that address listens; 0: on `port`
};

// From "HOST:PORT:ADDRESS" as curl has it, IPv6 addresses with or without [ ].
Result<ResolveRule> parseResolve(std::string_view text);

struct ClientOptions {
    // PEM file; only what it holds is trusted. Empty: SSL_CERT_FILE, SSL_CERT_DIR, or the system's.
    std::string caFile;
    std::vector<ResolveRule> resolve;
    // Where http_proxy, https_proxy, no_proxy and SSL_CERT_… come from. Unset: the process's own.
    std::function<std::optional<std::string>(std::string_view)> environment;
    world::PlainHttp plainHttp{};
    // Says for how long a connection was idle. Unset: the steady clock.
    std::function<std::chrono::steady_clock::time_point()> clock;
};

}  // namespace tenon::net
