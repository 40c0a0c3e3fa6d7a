// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tenon::net {

struct Url {
    bool tls = false;
    std::string host;  // lower case, an IPv6 address without its brackets
    std::uint16_t port = 0;
    std::string target;  // path and query: "/a?b=c"

    // "host:port", the port only where it is not the scheme's own; for the Host header.
    [[nodiscard]] std::string authority() const;
    // "https://host/path": no query, so that it can stand in a message.
    [[nodiscard]] std::string shown() const;
};

// Throws Fault (refused) for everything but an absolute http or https URL in plain ASCII without
// credentials. A fragment is dropped.
Url parseUrl(std::string_view text);

// Where a Location header leads; nothing if that is another scheme, host or port.
std::optional<Url> redirected(const Url& from, const std::string& location);

}  // namespace tenon::net
