// SPDX-License-Identifier: Apache-2.0
#include "run/tasks/call_http.h"

#include <algorithm>
#include <cctype>

#include "run/redactor.h"
#include "run/tasks/call.h"
#include "tenon/context.h"

namespace tenon::run {
namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

// The host of a URL with the scheme http. Takes apart whatever a client might take: where it is in
// doubt, a secret stays here.
std::optional<std::string> plainHttpHost(std::string_view url) {
    constexpr std::string_view scheme = "http://";
    if (lower(url.substr(0, scheme.size())) != scheme) return std::nullopt;
    url.remove_prefix(scheme.size());
    url = url.substr(0, url.find_first_of("/?#"));
    if (const auto at = url.rfind('@'); at != url.npos) url.remove_prefix(at + 1);
    if (url.starts_with('[')) return lower(url.substr(1, url.find(']') - 1));
    return lower(url.substr(0, url.find(':')));
}

class CallHttp final : public Task {
  public:
    CallHttp(Common common, expr::Template with, HttpCall call)
        : Task(std::move(common)), with_(std::move(with)), call_(call) {}

  protected:
    Result<Outcome> perform(Frame& frame, const expr::Scope& scope,
                            const Position& position) const override {
        auto with = with_.evaluate(scope);
        if (!with) return located(with.error(), "with");
        const auto ask = httpAsk(call_, with.value(), scope.dot);
        if (!ask) return ask.error();
        if (auto reason = exposed(frame.run, ask.value())) return *reason;
        hide(frame.run, with.value());
        auto result = frame.run.ask(position.text, [&]() -> Result<Value> {
            auto response = frame.run.world.http.send(ask.value().request,
                                                      frame.run.requestLimits(frame.limits));
            if (!response) return response.error();
            return httpOutput(call_, ask.value(), response.value());
        });
        if (!result) return result.error();
        return Outcome{std::move(result).value(), {}};
    }
    std::string action() const override { return "call http"; }
    bool outside() const override { return true; }

  private:
    // What is made of secrets, such as user and password in base64, may come back in an error.
    static void hide(const Run& run, const Value& with) {
        for (const auto* part : {"query", "headers", "body"})
            if (const auto* value = with.find(part)) run.world.redactor.learn(*value);
    }
    // A secret does not go over a network in the clear unless the user allows it by name.
    static std::optional<Error> exposed(const Run& run, const HttpAsk& ask) {
        const auto host = plainHttpHost(ask.request.url);
        if (!ask.secret || !host || run.mayUsePlainHttp(*host)) return std::nullopt;
        return makeError(ErrorKind::configuration, "request refused",
                         "In with/endpoint: a secret would go to " + *host +
                             " over plain http, where the network can read it. Nothing was sent. "
                             "Use https, or allow plain http to " +
                             *host + " by name.");
    }

    expr::Template with_;
    HttpCall call_;
};

HttpOutput outputOf(const manifest::Node* node, manifest::Faults& faults) {
    if (!node) return HttpOutput::content;
    const std::string* text = node->text();
    if (text && *text == "raw") return HttpOutput::raw;
    if (text && *text == "response") return HttpOutput::response;
    if (!text || *text != "content")
        faults.add(*node, "wanted content, raw or response, found " +
                              (text ? "\"" + *text + "\"" : std::string(node->describe())));
    return HttpOutput::content;
}

void checkEndpoint(const manifest::Node* node, manifest::Faults& faults) {
    if (!node || (node->text() && !node->text()->empty())) return;
    if (node->kind != manifest::Node::Kind::map)
        return faults.add(*node,
                          std::string("wanted a URL, or an object with its \"uri\", found ") +
                              (node->text() ? "an empty string" : node->describe()));
    manifest::MapReader reader(*node, "\"endpoint\"", faults);
    reader.requiredText("uri");
    reader.refuse({"authentication"});
    reader.finish();
}

bool isWritten(const manifest::Node* endpoint) {
    if (endpoint && endpoint->find("uri")) endpoint = endpoint->find("uri");
    return endpoint && endpoint->text() && !expr::unwrapped(*endpoint->text());
}

// An object, or an expression that may give one.
void checkMembers(const manifest::Node* node, manifest::Faults& faults) {
    if (!node || node->kind == manifest::Node::Kind::map) return;
    if (!node->text() || !expr::unwrapped(*node->text()))
        manifest::wrongKind(*node, "an object", faults);
}

}  // namespace

std::unique_ptr<Task> loadCallHttp(Loader& loader, manifest::MapReader& task, Common common,
                                   const manifest::Node& name) {
    const auto* with = task.optional("with");
    if (!with) {
        loader.faults().add(name,
                            "\"call: http\" needs \"with\", an object with method and endpoint");
        return nullptr;
    }
    manifest::MapReader reader(*with, "\"with\" of call: http", loader.faults());
    reader.requiredText("method");
    checkEndpoint(reader.required("endpoint"), loader.faults());
    for (const auto* key : {"headers", "query"})
        checkMembers(reader.optional(key), loader.faults());
    reader.optional("body");
    HttpCall call;
    call.output = outputOf(reader.optional("output"), loader.faults());
    call.redirect = reader.optionalBoolean("redirect").value_or(false);
    call.written = isWritten(with->find("endpoint"));
    reader.finish();
    return std::make_unique<CallHttp>(std::move(common), loader.value(*with), call);
}

}  // namespace tenon::run
