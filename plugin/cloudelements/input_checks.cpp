// SPDX-License-Identifier: Apache-2.0
#include "input_checks.h"

#include <Poco/Exception.h>
#include <Poco/URI.h>

#include <algorithm>
#include <charconv>

#include "tenon/json.h"

namespace cloudelements {
namespace {

class Checks {
  public:
    void no(std::string pointer, std::string text) {
        problems_.push_back({std::move(pointer), std::move(text)});
    }
    // True if the text may go on to further checks.
    bool text(const std::string& pointer, const std::string& text) {
        if (text.find_first_not_of(" \t") == text.npos)
            return no(pointer, "is empty; give a text"), false;
        return plain(pointer, text);
    }
    bool plain(const std::string& pointer, const std::string& text) {
        const bool control = std::any_of(text.begin(), text.end(), [](char c) {
            return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        });
        if (control) no(pointer, "holds a line break or another control character; leave it out");
        return !control;
    }
    void finish() const {
        if (!problems_.empty()) throw tenon::StepError(tenon::invalid("inputs", problems_));
    }

  private:
    std::vector<tenon::Problem> problems_;
};

// ':' stands in an IPv6 address, which Poco gives without its brackets.
bool isHost(std::string_view text) {
    constexpr std::string_view allowed =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:";
    return !text.empty() && text.find_first_not_of(allowed) == text.npos;
}

void checkBaseUrl(Checks& checks, const std::string& url,
                  const std::function<bool(std::string_view)>& mayUsePlainHttp) {
    const std::string at = "/connection/baseUrl";
    if (!checks.text(at, url)) return;
    const auto noAddress = [&] {
        checks.no(at, "is not a web address; write https://HOST/elements/api-v2");
    };
    // Poco also takes plainly what must stand percent-encoded in a URL.
    if (std::any_of(url.begin(), url.end(), [](char c) { return c <= ' ' || c > '~' || c == '"'; }))
        return noAddress();
    try {
        const Poco::URI uri(url);
        const auto& scheme = uri.getScheme();
        if ((scheme != "https" && scheme != "http") || !isHost(uri.getHost())) return noAddress();
        if (!uri.getUserInfo().empty())
            return checks.no(at, "holds credentials; put them into user and organization");
        if (url.find_first_of("?#") != url.npos)
            return checks.no(at, "ends in a query or fragment; leave it out");
        if (uri.getPath().find_first_not_of('/') == std::string::npos)
            checks.no(at, "has no path; write " + scheme + "://" + uri.getAuthority() +
                              "/elements/api-v2");
        if (scheme == "http" && !mayUsePlainHttp(uri.getHost()))
            checks.no(at,
                      "is plain http, which shows the secrets to the network; write https:// "
                      "instead, or allow plain http to " +
                          uri.getHost() + " by name");
    } catch (const Poco::Exception&) {
        noAddress();
    }
}

void checkSecret(Checks& checks, const std::string& at, const tenon::Secret& secret,
                 const char* word) {
    if (!checks.text(at, secret.reveal())) return;
    if (secret.reveal().find_first_of(" \t,") != std::string::npos)
        checks.no(
            at, std::string("holds a blank or a comma; give the secret alone, without the word ") +
                    word);
}

bool isHostAndPort(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == text.npos) return isHost(text);
    const auto number = text.substr(colon + 1);
    std::uint16_t port = 0;
    const auto parsed = std::from_chars(number.data(), number.data() + number.size(), port);
    return isHost(text.substr(0, colon)) && parsed.ec == std::errc() &&
           parsed.ptr == number.data() + number.size() && port > 0;
}

void checkSubdomain(Checks& checks, const std::string& subdomain) {
    if (!checks.text("/subdomain", subdomain) || isHostAndPort(subdomain)) return;
    std::string host = subdomain;
    if (const auto scheme = host.find("://"); scheme != host.npos) host.erase(0, scheme + 3);
    host.resize(std::min(host.size(), host.find_first_of("/?#")));
    checks.no("/subdomain", "is not a host alone; write " +
                                (isHostAndPort(host) ? host : "crm.example.com") +
                                ", without scheme and path");
}

// The key as part of a pointer, on one line whatever is in it.
std::string keyPart(const std::string& key) {
    const std::string quoted = tenon::json::write(tenon::Value(key));
    return tenon::fields::pointerPart(quoted.substr(1, quoted.size() - 2));
}

}  // namespace

void checkInputs(const CreateSageCRMInstanceInputs& in,
                 const std::function<bool(std::string_view)>& mayUsePlainHttp) {
    Checks checks;
    checkBaseUrl(checks, in.connection.baseUrl, mayUsePlainHttp);
    checkSecret(checks, "/connection/user", in.connection.user, "User");
    checkSecret(checks, "/connection/organization", in.connection.organization, "Organization");
    checks.text("/name", in.name);
    checkSubdomain(checks, in.subdomain);
    checks.text("/username", in.username);
    checks.text("/password", in.password.reveal());
    for (std::size_t i = 0; i < in.tags.size(); ++i)
        checks.text("/tags/" + std::to_string(i), in.tags[i]);
    // Control characters deeper than this are left to JSON, which escapes them.
    for (const auto& [key, value] : in.configuration) {
        const std::string at = "/configuration" + keyPart(key);
        if (key == "subdomain" || key == "username" || key == "password")
            checks.no(at, "is an input of its own; write it beside configuration");
        else if (checks.text(at, key) && value.revealText())
            checks.plain(at, *value.revealText());
    }
    checks.finish();
}

}  // namespace cloudelements
