// SPDX-License-Identifier: Apache-2.0
#include "net/proxy.h"

#include <Poco/Base64Encoder.h>
#include <Poco/URI.h>

#include <algorithm>
#include <sstream>

#include "net/environment.h"
#include "net/fault.h"
#include "tenon/context.h"

namespace tenon::net {
namespace {

std::string first(const ClientOptions& options, std::initializer_list<const char*> names) {
    for (const char* name : names)
        if (auto value = variable(options, name); !value.empty()) return value;
    return "";
}

// Hosts and domains, between commas or blanks; `*` is all.
bool excepted(const std::string& host, std::string list) {
    std::replace(list.begin(), list.end(), ',', ' ');
    std::istringstream in(list);
    for (std::string item; in >> item;) {
        if (item.starts_with('[') && item.ends_with(']')) item = item.substr(1, item.size() - 2);
        item.erase(0, item.find_first_not_of('.'));
        if (item.empty()) continue;
        if (item == "*" || sameHeader(item, host)) return true;
        if (host.size() > item.size() && host[host.size() - item.size() - 1] == '.' &&
            sameHeader(std::string_view(host).substr(host.size() - item.size()), item))
            return true;
    }
    return false;
}

std::string basic(const std::string& credentials) {
    std::string decoded;
    Poco::URI::decode(credentials, decoded);
    std::ostringstream out;
    Poco::Base64Encoder encoder(out);
    encoder.rdbuf()->setLineLength(0);
    encoder << decoded;
    encoder.close();
    return "Basic " + out.str();
}

}  // namespace

std::optional<Proxy> proxyFor(const Url& url, const ClientOptions& options) {
    if (isLoopback(url.host)) return std::nullopt;
    // HTTP_PROXY in capitals is not read: a web server sets it from a request's header.
    std::string text =
        url.tls ? first(options, {"https_proxy", "HTTPS_PROXY"}) : first(options, {"http_proxy"});
    if (text.empty()) text = first(options, {"all_proxy", "ALL_PROXY"});
    if (text.empty() || excepted(url.host, first(options, {"no_proxy", "NO_PROXY"})))
        return std::nullopt;
    Proxy proxy;
    if (text.find("://") == std::string::npos) text.insert(0, "http://");
    const auto begin = text.find("://") + 3;
    const auto at = text.rfind('@');
    try {
        if (at != std::string::npos && at > begin) {
            proxy.authorization = basic(text.substr(begin, at - begin));
            text.erase(begin, at + 1 - begin);
        }
        const Url address = parseUrl(text);
        if (address.tls) throw Fault(FaultKind::refused, "");
        proxy.host = address.host;
        proxy.port = address.port;
        return proxy;
    } catch (const std::exception&) {
        // Neither Poco's text nor ours: they may show the credentials.
        throw Fault(FaultKind::refused,
                    "the proxy that the environment names is not of the form http://HOST:PORT");
    }
}

}  // namespace tenon::net
