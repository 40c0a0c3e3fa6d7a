// SPDX-License-Identifier: Apache-2.0
#include "run/auth/authentication.h"

#include <algorithm>
#include <array>

#include "run/auth/fingerprint.h"
#include "run/auth/schemes.h"
#include "tenon/json.h"
#include "text/suggest.h"

namespace tenon::run {

using manifest::MapReader;
using manifest::Node;

namespace {

constexpr std::array schemes{
    Scheme{"basic", checkUser, makeBasic}, Scheme{"bearer", checkBearer, makeBearer},
    Scheme{"digest", checkUser, makeDigest}, Scheme{"oauth2", checkOAuth2, makeOAuth2}};

// The one scheme of the object, or nullptr and a fault.
const Scheme* schemeOf(const Node& node, manifest::Faults& faults) {
    MapReader reader(node, "\"authentication\"", faults);
    if (!reader.usable()) return nullptr;
    std::vector<const Scheme*> found;
    for (const auto& scheme : schemes)
        if (reader.optional(scheme.key)) found.push_back(&scheme);
    reader.refuse({"oidc"});
    reader.finish();
    if (found.size() == 1) return found.front();
    if (found.size() > 1) {
        faults.add(node, "an authentication is one scheme; this one has both \"" +
                             std::string(found[0]->key) + "\" and \"" + std::string(found[1]->key) +
                             "\"");
    } else if (node.entries.empty()) {
        faults.add(node, "an authentication is one of basic, bearer, digest, oauth2; found none");
    }
    return nullptr;
}

void checkDeclared(Loader& loader, const Node& node) {
    const auto& known = loader.use().secrets();
    if (std::find(known.begin(), known.end(), *node.text()) != known.end()) return;
    loader.faults().add(node, "the secret \"" + *node.text() +
                                  "\" is not declared; add it to use.secrets" +
                                  text::didYouMean(*node.text(), known));
}

// With the input, which URI templates in it read.
std::string settings(const Value& value, const Value& input) {
    const auto text = json::write(value, json::Secrets::reveal);
    const bool reads = text.find('{', 1) != std::string::npos;
    return text + (reads ? json::write(input, json::Secrets::reveal) : "");
}

// A text that no expression gives.
bool isWritten(const Node* node) { return node && node->text() && !expr::unwrapped(*node->text()); }

}  // namespace

std::optional<Authentication> Authentication::load(Loader& loader, const Node& node,
                                                   const std::string& place) {
    const Node* name = &node;
    if (node.kind == Node::Kind::map) {
        if (!node.find("use")) return inlined(loader, node, place);
        MapReader reader(node, "an \"authentication\" with \"use\"", loader.faults());
        if (!reader.requiredText("use")) return std::nullopt;
        reader.finish();
        name = node.find("use");
    }
    if (!name->text()) {
        manifest::wrongKind(node, "an authentication, or the name of one", loader.faults());
        return std::nullopt;
    }
    const Node* found = loader.use().resolve(*name, "authentications", loader.faults());
    if (!found) return std::nullopt;
    return inlined(loader, *found, "use/authentications/" + *name->text());
}

std::optional<Authentication> Authentication::loadNamed(Loader& loader, const std::string& name) {
    return inlined(loader, *loader.use().find("authentications", name),
                   "use/authentications/" + name);
}

std::optional<Authentication> Authentication::inlined(Loader& loader, const Node& node,
                                                      const std::string& place) {
    Authentication out;
    out.scheme_ = schemeOf(node, loader.faults());
    if (!out.scheme_) return std::nullopt;
    const Node& settings = *node.find(out.scheme_->key);
    out.place_ = place + "/" + std::string(out.scheme_->key);
    if (settings.find("use")) {
        MapReader reader(settings, "an authentication from a secret", loader.faults());
        const auto secret = reader.requiredText("use");
        reader.finish();
        if (!secret) return std::nullopt;
        checkDeclared(loader, *settings.find("use"));
        out.secret_ = *secret;
        return out;
    }
    out.scheme_->check(loader, settings);
    out.settings_ = loader.value(settings);
    const Node* endpoints = settings.find("endpoints");
    out.writtenAuthority_ = isWritten(settings.find("authority"));
    out.writtenToken_ = !endpoints || isWritten(endpoints->find("token"));
    return out;
}

Result<std::unique_ptr<Authorization>> Authentication::evaluate(Run& run,
                                                                const expr::Scope& scope) const {
    Value value;
    if (settings_) {
        auto settings = settings_->evaluate(scope);
        if (!settings) return located(settings.error(), place_);
        value = std::move(settings).value();
    } else if (const auto* secret = run.secrets.find(secret_)) {
        value = *secret;
    }
    // A bearer's token may stand without its name.
    if (value.revealText()) value = Object{{"token", value}};
    try {
        auto made = scheme_->make(
            {http::Settings(value, settings_ ? place_ : "the secret \"" + secret_ + "\""), run,
             scope.dot, writtenAuthority_, writtenToken_});
        made->identity = fingerprint(std::string(scheme_->key) + settings(value, scope.dot));
        return made;
    } catch (const StepError& e) {
        return e.error();
    }
}

}  // namespace tenon::run
