// SPDX-License-Identifier: Apache-2.0
// oauth2 as it stands in a manifest: what is wrong with it is said when the manifest is loaded.
#include <algorithm>

#include "http/uri_template.h"
#include "run/auth/schemes.h"
#include "text/suggest.h"

namespace tenon::run {
namespace {

void checkWord(const manifest::Node* node, const std::vector<std::string>& words,
               const std::vector<std::string>& notRun, manifest::Faults& faults) {
    const auto* text = node ? node->text() : nullptr;
    if (!text || expr::unwrapped(*text)) return;
    const auto in = [&](const std::vector<std::string>& list) {
        return std::find(list.begin(), list.end(), *text) != list.end();
    };
    if (in(words)) return;
    std::string all;
    for (const auto& word : words) all += (all.empty() ? "" : " or ") + word;
    faults.add(*node, in(notRun) ? "\"" + *text +
                                       "\" is part of the language, but Tenon does not run it; "
                                       "wanted " +
                                       all
                                 : "wanted " + all + ", found \"" + *text + "\"" +
                                       text::didYouMean(*text, words));
}

void checkUri(const manifest::Node* node, manifest::Faults& faults) {
    const auto* text = node ? node->text() : nullptr;
    if (!text || expr::unwrapped(*text)) return;
    if (const auto problem = http::uriProblem(*text); !problem.empty()) faults.add(*node, problem);
}

}  // namespace

void checkOAuth2(Loader& loader, const manifest::Node& settings) {
    auto& faults = loader.faults();
    manifest::MapReader reader(settings, "oauth2", faults);
    if (!reader.usable()) return;
    checkUri(reader.required("authority"), faults);
    const auto* grant = reader.required("grant");
    checkWord(
        grant, {"client_credentials", "password"},
        {"authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:token-exchange"},
        faults);
    for (const auto* key : {"scopes", "audiences"}) reader.optional(key);
    const bool password = grant && grant->text() && *grant->text() == "password";
    for (const auto* key : {"username", "password"})
        password ? reader.required(key) : reader.optional(key);
    if (const auto* client = reader.optional("client")) {
        manifest::MapReader inner(*client, "\"client\"", faults);
        inner.optional("id");
        inner.optional("secret");
        checkWord(inner.optional("authentication"),
                  {"client_secret_post", "client_secret_basic", "none"},
                  {"client_secret_jwt", "private_key_jwt"}, faults);
        inner.refuse({"assertion"});
        inner.finish();
    }
    if (const auto* request = reader.optional("request")) {
        manifest::MapReader inner(*request, "\"request\"", faults);
        checkWord(inner.optional("encoding"),
                  {"application/x-www-form-urlencoded", "application/json"}, {}, faults);
        inner.finish();
    }
    if (const auto* endpoints = reader.optional("endpoints")) {
        // Tokens are neither revoked nor looked into, so the other two are nobody's to call.
        manifest::MapReader inner(*endpoints, "\"endpoints\"", faults);
        for (const auto* key : {"token", "revocation", "introspection"})
            checkUri(inner.optional(key), faults);
        inner.finish();
    }
    reader.refuse({"issuers", "subject", "actor"});
    reader.finish();
}

}  // namespace tenon::run
