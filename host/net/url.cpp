// SPDX-License-Identifier: Apache-2.0
#include "net/url.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

#include "net/fault.h"

namespace tenon::net {
namespace {

[[noreturn]] void refuse(const std::string& text) { throw Fault(FaultKind::refused, text); }

std::string lower(std::string_view text) {
    std::string out(text);
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

std::uint16_t parsePort(std::string_view text) {
    std::uint16_t port = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (problem != std::errc() || end != text.data() + text.size() || port == 0)
        refuse("the port in the URL is not a number from 1 to 65535");
    return port;
}

void splitAuthority(std::string_view authority, Url& url) {
    if (authority.find('@') != authority.npos)
        refuse("the URL holds credentials; send them in a header");
    auto colon = authority.rfind(':');
    if (authority.starts_with('[')) {
        const auto close = authority.find(']');
        if (close == authority.npos) refuse("the URL's [ is not closed");
        url.host = lower(authority.substr(1, close - 1));
        in6_addr address{};
        if (::inet_pton(AF_INET6, url.host.c_str(), &address) != 1)
            refuse("what stands in [ ] in the URL is no IPv6 address");
        if (close + 1 < authority.size() && authority[close + 1] != ':')
            refuse("the URL's host is followed by something else than a port");
        colon = close + 1 < authority.size() ? close + 1 : authority.npos;
    } else {
        url.host = lower(authority.substr(0, colon));
        if (url.host.find(':') != std::string::npos)
            refuse("an IPv6 address in a URL stands in [ ]");
    }
    if (url.host.empty()) refuse("the URL names no host");
    if (colon != authority.npos) url.port = parsePort(authority.substr(colon + 1));
}

}  // namespace

std::string Url::authority() const {
    std::string out = host.find(':') == std::string::npos ? host : "[" + host + "]";
    if (port != (tls ? 443 : 80)) out += ":" + std::to_string(port);
    return out;
}

std::string Url::shown() const {
    return (tls ? "https://" : "http://") + authority() + target.substr(0, target.find('?'));
}

Url parseUrl(std::string_view text) {
    const auto wrong = [](char c) { return c <= ' ' || c >= 0x7f; };
    if (std::any_of(text.begin(), text.end(), wrong))
        refuse("the URL holds a blank, a line break or a character that is not percent-encoded");
    Url url;
    const std::string scheme = lower(text.substr(0, text.find("://")));
    if (text.find("://") == text.npos || (scheme != "http" && scheme != "https"))
        refuse("the URL does not begin with http:// or https://");
    url.tls = scheme == "https";
    url.port = url.tls ? 443 : 80;
    text.remove_prefix(scheme.size() + 3);
    text = text.substr(0, text.find('#'));
    const auto end = std::min(text.find_first_of("/?"), text.size());
    splitAuthority(text.substr(0, end), url);
    url.target = text.substr(end);
    if (!url.target.starts_with('/')) url.target.insert(0, "/");
    return url;
}

std::optional<Url> redirected(const Url& from, const std::string& location) {
    const std::string scheme = from.tls ? "https:" : "http:";
    const std::string root = scheme + "//" + from.authority();
    const std::string path = from.target.substr(0, from.target.find('?'));
    const auto colon = location.find_first_of(":/?#");
    std::string text = location;
    if (location.starts_with("//")) {
        text = scheme + location;
    } else if (location.starts_with('/')) {
        text = root + location;
    } else if (location.starts_with('?')) {
        text = root + path + location;
    } else if (colon == location.npos || location[colon] != ':') {
        text = root + path.substr(0, path.rfind('/') + 1) + location;
    }
    try {
        Url to = parseUrl(text);
        if (to.tls != from.tls || to.host != from.host || to.port != from.port) return std::nullopt;
        return to;
    } catch (const Fault&) {
        return std::nullopt;
    }
}

}  // namespace tenon::net
