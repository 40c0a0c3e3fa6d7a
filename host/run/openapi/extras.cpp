// SPDX-License-Identifier: Apache-2.0
#include "run/openapi/extras.h"

#include "http/url.h"
#include "tenon/json.h"

namespace tenon::run::openapi {
namespace {

using manifest::Node;

constexpr const char* kWantedBase = "wanted an http or https address without query and variables";

bool isBase(const std::string& text) {
    return http::isAddress(text) && text.find("://") + 3 < text.size() &&
           text.find_first_of("{}?# \t\r\n") == std::string::npos;
}

bool isExpression(const Node& node) { return node.text() && expr::unwrapped(*node.text()); }

Error refused(const std::string& member, const std::string& text) {
    return makeError(ErrorKind::validation, "invalid request",
                     "In metadata/" + member + ": " + text + ".");
}

// The value, but not a secret.
std::string found(const Value& value) {
    if (value.secret()) return "a secret";
    return value.string() ? json::write(value) : describe(value.kind());
}

}  // namespace

Extras Extras::load(Loader& loader, const Node* metadata) {
    Extras out;
    if (const auto* node = metadata ? metadata->find("baseUrl") : nullptr) {
        const bool good = isExpression(*node) || (node->text() && isBase(*node->text()));
        if (!good)
            loader.faults().add(*node, std::string(kWantedBase) + ", or an expression, found " +
                                           (node->text() ? "\"" + *node->text() + "\""
                                                         : std::string(node->describe())));
        else
            out.base_ = loader.value(*node);
    }
    if (const auto* node = metadata ? metadata->find("documentHeaders") : nullptr) {
        if (node->kind != Node::Kind::map && !isExpression(*node))
            manifest::wrongKind(*node, "an object", loader.faults());
        else
            out.headers_ = loader.value(*node);
    }
    return out;
}

Result<Base> Extras::base(const expr::Scope& scope) const {
    if (!base_) return Base{};
    const auto value = base_->evaluate(scope);
    if (!value) return located(value.error(), "metadata/baseUrl");
    const auto* text = value.value().revealText();
    if (!text || !isBase(*text))
        return refused("baseUrl", std::string(kWantedBase) + ", found " + found(value.value()));
    return Base{*text, value.value().secret() != nullptr};
}

Result<DocumentHeaders> Extras::headers(const expr::Scope& scope) const {
    if (!headers_) return DocumentHeaders{};
    const auto value = headers_->evaluate(scope);
    if (!value) return located(value.error(), "metadata/documentHeaders");
    const auto* members = value.value().object();
    if (!members)
        return refused("documentHeaders", "wanted an object, found " + found(value.value()));
    DocumentHeaders out;
    for (const auto& [name, item] : *members) {
        const auto* text = item.revealText();
        if (!text && !item.isNumber() && !item.boolean())
            return refused("documentHeaders/" + name,
                           "wanted a string, a number or a boolean, found " + found(item));
        out.headers.push_back({name, text ? *text : json::write(item)});
        out.secret = out.secret || item.secret();
    }
    return out;
}

}  // namespace tenon::run::openapi
