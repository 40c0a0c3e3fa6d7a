// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/platform/checks.h"

#include <Poco/Exception.h>
#include <Poco/URI.h>

#include <algorithm>

#include "cloudelements/platform/secret_keys.h"
#include "tenon/json.h"
#include "tenon/step.h"

namespace cloudelements {

bool Checks::text(const std::string& pointer, const std::string& text) {
    if (text.find_first_not_of(" \t") == text.npos)
        return no(pointer, "is empty; give a text"), false;
    return plain(pointer, text);
}

bool Checks::plain(const std::string& pointer, const std::string& text) {
    const bool control = std::any_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    });
    if (control) no(pointer, "holds a line break or another control character; leave it out");
    return !control;
}

void Checks::secret(const std::string& pointer, const tenon::Secret& secret, const char* word) {
    if (!text(pointer, secret.reveal())) return;
    if (secret.reveal().find_first_of(" \t,") != std::string::npos)
        no(pointer,
           std::string("holds a blank or a comma; give the secret alone, without the word ") +
               word);
}

void Checks::connection(const Connection& connection, const tenon::Context& context) {
    baseUrl(connection.baseUrl, context);
    secret("/connection/user", connection.user, "User");
    secret("/connection/organization", connection.organization, "Organization");
}

void Checks::baseUrl(const std::string& url, const tenon::Context& context) {
    const std::string at = "/connection/baseUrl";
    if (!text(at, url)) return;
    if (!isWebAddress(url))
        return no(at, "is not a web address; write https://HOST/elements/api-v2");
    const Poco::URI uri(url);
    const auto& scheme = uri.getScheme();
    if (!uri.getUserInfo().empty())
        return no(at, "holds credentials; put them into user and organization");
    if (url.find_first_of("?#") != url.npos)
        return no(at, "ends in a query or fragment; leave it out");
    if (uri.getPath().find_first_not_of('/') == std::string::npos)
        no(at, "has no path; write " + scheme + "://" + uri.getAuthority() + "/elements/api-v2");
    if (scheme == "http" && !context.mayUsePlainHttp(uri.getHost()))
        no(at,
           "is plain http, which shows the secrets to the network; write https:// "
           "instead, or allow plain http to " +
               uri.getHost() + " by name");
}

void Checks::tags(const std::vector<std::string>& tags) {
    for (std::size_t i = 0; i < tags.size(); ++i) text("/tags/" + std::to_string(i), tags[i]);
}

// Control characters deeper than this are left to JSON, which escapes them.
void Checks::configuration(const std::map<std::string, tenon::Value>& configuration,
                           const std::vector<std::string_view>& own) {
    for (const auto& [key, value] : configuration) {
        const std::string at = "/configuration" + keyPart(key);
        if (std::find(own.begin(), own.end(), key) != own.end())
            no(at, "is an input of its own; write it beside configuration");
        else if (text(at, key))
            configured(at, value);
    }
}

void Checks::configured(const std::string& at, const tenon::Value& value) {
    if (holdsMask(value))
        no(at,
           "is the mask that the platform shows instead of a secret, and would become the secret; "
           "leave the key out, or write the secret itself");
    else if (value.revealText())
        plain(at, *value.revealText());
}

void Checks::finish() const {
    if (!problems_.empty()) throw tenon::StepError(tenon::invalid("inputs", problems_));
}

bool isWebAddress(const std::string& text) {
    // Poco also takes plainly what must stand percent-encoded in a URL.
    if (std::any_of(text.begin(), text.end(),
                    [](char c) { return c <= ' ' || c > '~' || c == '"'; }))
        return false;
    try {
        const Poco::URI uri(text);
        return (uri.getScheme() == "https" || uri.getScheme() == "http") && isHost(uri.getHost());
    } catch (const Poco::Exception&) {
        return false;
    }
}

bool isHost(std::string_view text) {
    constexpr std::string_view allowed =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:";
    return !text.empty() && text.find_first_not_of(allowed) == text.npos;
}

std::string keyPart(const std::string& key) {
    const std::string quoted = tenon::json::write(tenon::Value(key));
    return tenon::fields::pointerPart(quoted.substr(1, quoted.size() - 2));
}

}  // namespace cloudelements
