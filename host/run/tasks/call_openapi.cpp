// SPDX-License-Identifier: Apache-2.0
#include "http/openapi/request.h"
#include "http/uri_template.h"
#include "http/url.h"
#include "run/descriptors.h"
#include "run/inside.h"
#include "run/names.h"
#include "run/openapi/documents.h"
#include "run/openapi/extras.h"
#include "run/tasks/call.h"
#include "run/tasks/http_send.h"
#include "world/redactor.h"

namespace tenon::run {
namespace {

using manifest::Node;

struct OpenApiCall {
    http::HttpCall http;  // `written` speaks of the document's URI
    bool given = false;   // an expression gives the document, not where it is
    std::optional<Authentication> authentication;
    std::optional<Authentication> documentAuthentication;
    openapi::Extras extras{};
};

class CallOpenApi final : public Task {
  public:
    CallOpenApi(Common common, expr::Template with, OpenApiCall call)
        : Task(std::move(common)),
          with_(std::move(with)),
          call_(std::move(call)),
          read_(mentions(this->common().definition, "$authorization")) {}

  protected:
    Result<Outcome> perform(Frame& frame, const expr::Scope& scope,
                            const Position& position) const override {
        auto authorized = authorization(call_.authentication, frame, scope, position, read_);
        if (!authorized) return authorized.error();
        auto* authorization = authorized.value().get();
        expr::Scope inner = scope;
        if (authorization) inner.set("authorization", authorization->describe());
        auto with = with_.evaluate(inner);
        if (!with) return located(with.error(), "with");
        auto base = call_.extras.base(scope);
        if (!base) return base.error();
        auto api = described(frame, scope, position, with.value());
        if (!api) return api.error();
        api.value().base = base.value().url;
        const auto* id = with.value().find("operationId");
        if (!id->revealText())
            return makeError(ErrorKind::validation, "invalid request",
                             std::string("In with/operationId: wanted a string, found ") +
                                 describe(id->kind()) + ".");
        const auto* parameters = with.value().find("parameters");
        auto ask = http::openapi::requestOf(api.value(), *id->revealText(),
                                            parameters ? *parameters : Value());
        if (!ask) return ask.error();
        if (parameters && frame.run.world.redactor.inNames(*parameters))
            ask.value().request.secret = true;
        if (base.value().secret) ask.value().request.secret = ask.value().secretUrl = true;
        return sendHttp(frame, position, call_.http, with.value(), std::move(ask).value(),
                        authorization, read_);
    }
    std::string action() const override { return "call openapi"; }
    bool outside() const override { return true; }

  private:
    Result<http::openapi::Api> described(Frame& frame, const expr::Scope& scope,
                                         const Position& position, const Value& with) const {
        auto headers = call_.extras.headers(scope);
        if (!headers) return headers.error();
        if (call_.given) return given(*with.find("document"), headers.value());
        const Value* uri = with.find("document")->find("endpoint");
        if (const auto* inner = uri->find("uri")) uri = inner;
        if (!uri->revealText())
            return makeError(ErrorKind::validation, "invalid request",
                             std::string("In with/document/endpoint: wanted a URL, found ") +
                                 describe(uri->kind()) + ".");
        openapi::Source source{*uri->revealText(), uri->secret() != nullptr};
        source.headers = std::move(headers).value();
        if (call_.http.written) {
            auto expanded =
                http::expandUri(source.url, scope.dot, "with/document/endpoint", source.secret);
            if (!expanded) return expanded.error();
            source.url = std::move(expanded).value();
        }
        auto authorized =
            authorization(call_.documentAuthentication, frame, scope, position, false);
        if (!authorized) return authorized.error();
        source.authorization = authorized.value().get();
        if (source.authorization) source.opener = source.authorization->identity;
        auto document = openapi::document(frame, position, source);
        if (!document) return document.error();
        return http::openapi::Api{std::move(document).value(), std::move(source.url)};
    }

    // What an expression gave: the document, or the text of one.
    static Result<http::openapi::Api> given(const Value& document,
                                            const openapi::DocumentHeaders& headers) {
        const auto refused = [](const std::string& text) {
            return makeError(ErrorKind::validation, "invalid request", text);
        };
        if (!headers.headers.empty())
            return refused(
                "In metadata/documentHeaders: an expression gives the document, which is got "
                "without headers; leave them out.");
        const auto* text = document.revealText();
        if (!text && !document.object())
            return refused(
                std::string("In with/document: wanted an OpenAPI document or its text, found ") +
                describe(document.kind()) + ".");
        try {
            return http::openapi::Api{text ? http::openapi::parse(*text) : document, ""};
        } catch (const StepError& e) {
            return e.error();
        }
    }

    expr::Template with_;
    OpenApiCall call_;
    bool read_;  // is $authorization read?
};

void checkUri(const Node* node, OpenApiCall& call, manifest::Faults& faults) {
    if (!node) return;
    if (!node->text() || node->text()->empty())
        return manifest::wrongKind(*node, "a URL, or an object with its \"uri\"", faults);
    const std::string& text = *node->text();
    call.http.written = !expr::unwrapped(text);
    const auto problem = call.http.written ? http::uriProblem(text) : "";
    if (!problem.empty()) return faults.add(*node, problem);
    if (call.http.written && !http::isAddress(text) && !http::isFileBeside(text) &&
        !text.starts_with('{'))
        faults.add(*node,
                   "wanted an http or https address, or a file in the manifest's folder, found \"" +
                       text + "\"");
}

void checkDocument(const Node* node, OpenApiCall& call, Loader& loader) {
    if (!node) return;
    call.given = node->text() && expr::unwrapped(*node->text());
    if (call.given) return;
    manifest::MapReader reader(*node, "\"document\" of call: openapi", loader.faults());
    reader.optionalText("name");
    const auto* endpoint = reader.required("endpoint");
    reader.finish();
    if (!endpoint || endpoint->kind != Node::Kind::map)
        return checkUri(endpoint, call, loader.faults());
    manifest::MapReader inner(*endpoint, "\"endpoint\"", loader.faults());
    const auto* uri = inner.required("uri");
    checkUri(uri, call, loader.faults());
    if (const auto* authentication = inner.optional("authentication")) {
        call.documentAuthentication =
            Authentication::load(loader, *authentication, "with/document/endpoint/authentication");
        const bool known =
            uri && uri->text() && uri->text()->find_first_of("{$") == std::string::npos;
        if (known && http::isFileBeside(*uri->text()))
            loader.faults().add(*authentication,
                                "a file is read without authentication; leave it out");
    }
    inner.finish();
}

// What is evaluated before the rest is taken out of it.
Node restOf(Node with) {
    const auto drop = [](Node& node) {
        std::erase_if(node.entries, [](const auto& one) { return one.key == "authentication"; });
    };
    drop(with);
    for (auto& entry : with.entries)
        if (entry.key == "document")
            for (auto& inner : entry.value.entries)
                if (inner.key == "endpoint") drop(inner.value);
    return with;
}

}  // namespace

std::unique_ptr<Task> loadCallOpenApi(Loader& loader, manifest::MapReader& task, Common common,
                                      const Node& name) {
    const auto* with = task.optional("with");
    if (!with) {
        loader.faults().add(
            name, "\"call: openapi\" needs \"with\", an object with document and operationId");
        return nullptr;
    }
    manifest::MapReader reader(*with, "\"with\" of call: openapi", loader.faults());
    OpenApiCall call;
    checkDocument(reader.required("document"), call, loader);
    call.extras = openapi::Extras::load(loader, task.optional("metadata"));
    reader.requiredText("operationId");
    refuseInside(with->find("operationId"), loader.faults());
    const auto* parameters = reader.optional("parameters");
    if (parameters && parameters->kind != Node::Kind::map &&
        !(parameters->text() && expr::unwrapped(*parameters->text())))
        manifest::wrongKind(*parameters, "an object", loader.faults());
    if (const auto* authentication = reader.optional("authentication"))
        call.authentication = Authentication::load(loader, *authentication, "with/authentication");
    loadHttpOutput(reader, call.http, loader.faults());
    reader.finish();
    return std::make_unique<CallOpenApi>(std::move(common), loader.value(restOf(*with)),
                                         std::move(call));
}

}  // namespace tenon::run
