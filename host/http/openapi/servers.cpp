// SPDX-License-Identifier: Apache-2.0
// Where an operation is: host, basePath and schemes of Swagger 2.0; servers of OpenAPI 3.
#include <Poco/Exception.h>
#include <Poco/URI.h>

#include <algorithm>

#include "http/openapi/api.h"
#include "http/url.h"

namespace tenon::http::openapi {
namespace {

const std::string kBaseUrl = "say where it is: metadata: {baseUrl: URL} of the task.";

std::string withoutSlash(std::string url) {
    while (url.ends_with('/')) url.pop_back();
    return url;
}

// Why what is relative leads nowhere.
std::string noAddress(const Api& api) {
    return api.url.empty() ? "a document that an expression gives has no address of its own"
                           : "a file has no address of its own";
}

std::string resolvedUrl(const Api& api, const std::string& reference) {
    if (!api.cameByHttp() && !isAddress(reference))
        api.refuse("its server \"" + reference + "\" is relative, and " + noAddress(api) +
                   "; give it a whole one, or " + kBaseUrl);
    try {
        Poco::URI url(api.url);
        url.resolve(reference.starts_with("//") ? url.getScheme() + ":" + reference : reference);
        if (url.getScheme() != "http" && url.getScheme() != "https")
            api.refuse("its server \"" + reference + "\" is not reached over http or https; " +
                       kBaseUrl);
        return url.toString();
    } catch (const Poco::Exception&) {
        api.refuse("its server \"" + reference + "\" is no URL; " + kBaseUrl);
    }
}

std::string swaggerBase(const Api& api, const Operation& operation) {
    Poco::URI from;
    if (api.cameByHttp()) from = api.url;
    std::string scheme = from.empty() ? "https" : from.getScheme();
    bool own = true;  // is it the document's?
    if (const auto* schemes = firstWith({&operation.definition, &api.root}, "schemes")) {
        const auto has = [&](const std::string& name) {
            const auto* all = schemes->array();
            return all && std::find(all->begin(), all->end(), Value(name)) != all->end();
        };
        own = has(scheme);
        if (!own) scheme = has("https") ? "https" : has("http") ? "http" : "";
        if (scheme.empty()) api.refuse("its \"schemes\" hold neither https nor http; " + kBaseUrl);
    }
    std::string host = textOf(api.root, "host");
    if (host.empty()) {
        if (from.getHost().empty())
            api.refuse("it names no \"host\", and " + noAddress(api) + "; " + kBaseUrl);
        // Another scheme does not answer at a port of the first one's.
        if (!own && !from.getAuthority().ends_with(from.getHost()) &&
            !from.getAuthority().ends_with("]"))
            api.refuse("it names no \"host\", its \"schemes\" hold " + scheme +
                       " only, and it came by " + from.getScheme() + " from port " +
                       std::to_string(from.getPort()) + "; " + kBaseUrl);
        host = from.getAuthority();
    }
    std::string path = textOf(api.root, "basePath");
    if (!path.empty() && !path.starts_with('/')) path.insert(0, "/");
    return scheme + "://" + host + path;
}

std::string serverUrl(const Api& api, const Value& server) {
    const std::string url = textOf(server, "url");
    const auto* variables = server.find("variables");
    std::string out;
    for (std::size_t i = 0; i < url.size(); ++i) {
        const auto close = url[i] == '{' ? url.find('}', i) : std::string::npos;
        if (close == std::string::npos) {
            out += url[i];
            continue;
        }
        const std::string name = url.substr(i + 1, close - i - 1);
        const auto* variable = variables ? variables->find(name) : nullptr;
        if (!variable || !variable->find("default"))
            api.refuse("its server \"" + url + "\" has no default for {" + name + "}; " + kBaseUrl);
        out += textOf(*variable, "default");
        i = close;
    }
    return resolvedUrl(api, out);
}

}  // namespace

std::string baseUrl(const Api& api, const Operation& operation) {
    if (!api.base.empty()) return withoutSlash(api.base);
    if (api.isSwagger()) return withoutSlash(swaggerBase(api, operation));
    const auto* servers = firstWith({&operation.definition, &operation.item, &api.root}, "servers");
    const bool any = servers && servers->array() && !servers->array()->empty();
    if (!any && !api.cameByHttp())
        api.refuse("it names no \"servers\", and " + noAddress(api) + "; " + kBaseUrl);
    return withoutSlash(any ? serverUrl(api, servers->array()->front()) : resolvedUrl(api, "/"));
}

}  // namespace tenon::http::openapi
