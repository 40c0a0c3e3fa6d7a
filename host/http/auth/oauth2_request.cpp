// SPDX-License-Identifier: Apache-2.0
#include "http/auth/oauth2.h"
#include "http/uri_template.h"
#include "tenon/json.h"
#include "text/base64.h"

namespace tenon::http {
namespace {

std::string expanded(const Settings& settings, const std::string& name, const std::string& uri,
                     bool written, const Value& input, bool& secret) {
    if (!written) return uri;
    return expandUri(uri, input, settings.place() + "/" + name, secret).value();
}

// `endpoints.token` is a path below the authority; a whole URL stands for itself.
std::string tokenUrl(const Settings& settings, const Value& input, bool writtenAuthority,
                     bool writtenToken, bool& secret) {
    const Settings endpoints = settings.part("endpoints");
    const std::string path =
        expanded(endpoints, "token", endpoints.optionalText("token").value_or("/oauth2/token"),
                 writtenToken, input, secret);
    if (path.starts_with("https://") || path.starts_with("http://")) return path;
    std::string url = expanded(settings, "authority", settings.text("authority"), writtenAuthority,
                               input, secret);
    while (url.ends_with('/')) url.pop_back();
    return url + (path.starts_with('/') ? "" : "/") + path;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

using Fields = std::vector<std::pair<std::string, std::string>>;

std::string formOf(const Fields& fields) {
    std::string out;
    for (const auto& [name, value] : fields)
        out += (out.empty() ? "" : "&") + percentEncoded(name) + "=" + percentEncoded(value);
    return out;
}

// A name that stands twice becomes an array.
std::string jsonOf(const Fields& fields) {
    Object out;
    for (const auto& [name, value] : fields) {
        const Value* before = out.find(name);
        if (!before) {
            out.set(name, value);
            continue;
        }
        Array all = before->array() ? *before->array() : Array{*before};
        all.emplace_back(value);
        out.set(name, std::move(all));
    }
    return json::write(out);
}

}  // namespace

TokenRequest tokenRequest(const Settings& settings, const Value& input, bool writtenAuthority,
                          bool writtenToken) {
    for (const auto* name : {"issuers", "subject", "actor"})
        if (settings.value().find(name))
            settings.refuse(std::string("\"") + name +
                            "\" is part of the language, but Tenon does not run it.");
    TokenRequest out;
    out.request.method = "POST";
    out.request.url = tokenUrl(settings, input, writtenAuthority, writtenToken, out.secretUrl);
    out.request.idempotent = true;  // a token that nobody uses does no harm
    if (!settings.value().find("grant")) settings.refuse("\"grant\" is missing.");
    const std::string grant = settings.word("grant", {"client_credentials", "password"});
    const Settings client = settings.part("client");
    const std::string how =
        client.word("authentication", {"client_secret_post", "client_secret_basic", "none"});
    out.client = how == "none" ? client.optionalText("id").value_or("") : client.text("id");
    const std::string secret = how == "none" ? "" : client.text("secret");
    Fields fields{{"grant_type", grant}};
    if (how == "client_secret_basic") {
        out.request.headers.push_back(
            {"Authorization",
             "Basic " + text::base64(formEncoded(out.client) + ":" + formEncoded(secret))});
    } else {
        if (!out.client.empty()) fields.emplace_back("client_id", out.client);
        if (!secret.empty()) fields.emplace_back("client_secret", secret);
    }
    if (grant == "password") {
        fields.emplace_back("username", settings.text("username"));
        fields.emplace_back("password", settings.text("password"));
    }
    if (const auto scopes = settings.texts("scopes"); !scopes.empty())
        fields.emplace_back("scope", joined(scopes));
    for (const auto& audience : settings.texts("audiences"))
        fields.emplace_back("audience", audience);
    const std::string encoding = settings.part("request").word(
        "encoding", {"application/x-www-form-urlencoded", "application/json"});
    out.request.headers.push_back({"Content-Type", encoding});
    out.request.headers.push_back({"Accept", "application/json"});
    out.request.body = encoding == "application/json" ? jsonOf(fields) : formOf(fields);
    return out;
}

}  // namespace tenon::http
