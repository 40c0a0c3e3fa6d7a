// SPDX-License-Identifier: Apache-2.0
#include "http/call.h"

#include <algorithm>

#include "http/uri_template.h"
#include "http/url.h"
#include "run/descriptors.h"
#include "run/inside.h"
#include "run/names.h"
#include "run/tasks/call.h"
#include "run/tasks/http_send.h"
#include "world/redactor.h"

namespace tenon::run {
namespace {

using manifest::Node;

constexpr const char* kAuthentication = "with/endpoint/authentication";

class CallHttp final : public Task {
  public:
    CallHttp(Common common, expr::Template with, http::HttpCall call,
             std::optional<Authentication> authentication)
        : Task(std::move(common)),
          with_(std::move(with)),
          call_(call),
          authentication_(std::move(authentication)),
          read_(mentions(this->common().definition, "$authorization")) {}

  protected:
    Result<Outcome> perform(Frame& frame, const expr::Scope& scope,
                            const Position& position) const override {
        auto authorized = authorization(authentication_, frame, scope, position, read_);
        if (!authorized) return authorized.error();
        auto* authorization = authorized.value().get();
        expr::Scope inner = scope;
        if (authorization) inner.set("authorization", authorization->describe());
        auto with = with_.evaluate(inner);
        if (!with) return located(with.error(), "with");
        auto ask = http::httpAsk(call_, with.value(), scope.dot);
        if (!ask) return ask.error();
        if (frame.run.world.redactor.inNames(with.value())) ask.value().request.secret = true;
        return sendHttp(frame, position, call_, with.value(), std::move(ask).value(), authorization,
                        read_);
    }
    std::string action() const override { return "call http"; }
    bool outside() const override { return true; }

  private:
    expr::Template with_;
    http::HttpCall call_;
    std::optional<Authentication> authentication_;
    bool read_;  // is $authorization read?
};

// The endpoint's authentication, if it has one.
std::optional<Authentication> checkEndpoint(const Node* node, Loader& loader) {
    auto& faults = loader.faults();
    if (!node || (node->text() && !node->text()->empty())) return std::nullopt;
    if (node->kind != Node::Kind::map) {
        faults.add(*node, std::string("wanted a URL, or an object with its \"uri\", found ") +
                              (node->text() ? "an empty string" : node->describe()));
        return std::nullopt;
    }
    manifest::MapReader reader(*node, "\"endpoint\"", faults);
    reader.requiredText("uri");
    const auto* authentication = reader.optional("authentication");
    reader.finish();
    return authentication ? Authentication::load(loader, *authentication, kAuthentication)
                          : std::nullopt;
}

bool isWritten(const Node* endpoint, manifest::Faults& faults) {
    if (endpoint && endpoint->find("uri")) endpoint = endpoint->find("uri");
    if (!endpoint || !endpoint->text() || expr::unwrapped(*endpoint->text())) return false;
    if (const auto problem = http::uriProblem(*endpoint->text()); !problem.empty())
        faults.add(*endpoint, problem);
    return true;
}

// An object, or an expression that may give one.
void checkMembers(const Node* node, manifest::Faults& faults) {
    if (!node || node->kind == Node::Kind::map) return;
    if (!node->text() || !expr::unwrapped(*node->text()))
        manifest::wrongKind(*node, "an object", faults);
}

// The authentication is evaluated before the rest, which may read what became of it.
Node withoutAuthentication(Node with) {
    for (auto& entry : with.entries)
        if (entry.key == "endpoint")
            std::erase_if(entry.value.entries,
                          [](const auto& inner) { return inner.key == "authentication"; });
    return with;
}

}  // namespace

std::string actingMethod(const Node* with) {
    const auto* method = with ? with->find("method") : nullptr;
    if (!method || !method->text() || expr::unwrapped(*method->text())) return "";
    const std::string name = http::methodOf(*method->text());
    if (const auto* headers = with->find("headers"))
        for (const auto& header : headers->entries)
            if (sameHeader(header.key, "Idempotency-Key")) return "";
    return isIdempotent(name) ? "" : name;
}

std::unique_ptr<Task> loadCallHttp(Loader& loader, manifest::MapReader& task, Common common,
                                   const Node& name) {
    const auto* with = task.optional("with");
    if (!with) {
        loader.faults().add(name,
                            "\"call: http\" needs \"with\", an object with method and endpoint");
        return nullptr;
    }
    manifest::MapReader reader(*with, "\"with\" of call: http", loader.faults());
    reader.requiredText("method");
    refuseInside(with->find("method"), loader.faults());
    if (!actingMethod(with).empty()) loader.acts();
    auto authentication = checkEndpoint(reader.required("endpoint"), loader);
    for (const auto* key : {"headers", "query"})
        checkMembers(reader.optional(key), loader.faults());
    reader.optional("body");
    http::HttpCall call;
    loadHttpOutput(reader, call, loader.faults());
    call.written = isWritten(with->find("endpoint"), loader.faults());
    reader.finish();
    return std::make_unique<CallHttp>(std::move(common), loader.value(withoutAuthentication(*with)),
                                      call, std::move(authentication));
}

}  // namespace tenon::run
