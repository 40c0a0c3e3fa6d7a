// SPDX-License-Identifier: Apache-2.0
#include "run/tasks/call_http.h"

#include <Poco/Exception.h>
#include <Poco/URI.h>

#include "run/tasks/call.h"
#include "tenon/context.h"

namespace tenon::run {
namespace {

class CallHttp final : public Task {
  public:
    CallHttp(Common common, expr::Template with, HttpOutput format, bool redirect)
        : Task(std::move(common)), with_(std::move(with)), format_(format), redirect_(redirect) {}

  protected:
    Result<Outcome> perform(Frame& frame, const expr::Scope& scope,
                            const std::string& position) const override {
        auto with = with_.evaluate(scope);
        if (!with) return located(with.error(), "with");
        auto request = httpRequest(with.value(), scope.dot);
        if (!request) return request.error();
        if (auto reason = exposed(frame.run, with.value(), request.value().url)) return *reason;
        auto result = frame.run.ask(position, [&]() -> Result<Value> {
            auto response =
                frame.run.world.http.send(request.value(), frame.run.requestLimits(frame.limits));
            if (!response) return response.error();
            return httpOutput(request.value(), response.value(), format_, redirect_);
        });
        if (!result) return result.error();
        return Outcome{std::move(result).value(), {}};
    }
    std::string action() const override { return "call http"; }
    bool outside() const override { return true; }

  private:
    // A secret does not go over a network in the clear unless the user allows it by name.
    static std::optional<Error> exposed(const Run& run, const Value& with, const std::string& url) {
        if (!url.starts_with("http:") || !holdsSecret(with)) return std::nullopt;
        std::string host;
        try {
            host = Poco::URI(url).getHost();
        } catch (const Poco::Exception&) {
            return std::nullopt;  // the client says what is wrong with it
        }
        if (run.mayUsePlainHttp(host)) return std::nullopt;
        return makeError(ErrorKind::configuration, "request refused",
                         "In with/endpoint: a secret would go to " + host +
                             " over plain http, where the network can read it. Nothing was sent. "
                             "Use https, or allow plain http to " +
                             host + " by name.");
    }

    expr::Template with_;
    HttpOutput format_;
    bool redirect_;
};

HttpOutput formatOf(const manifest::Node* node, manifest::Faults& faults) {
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

// An object, or an expression that may give one.
void checkMembers(const manifest::Node* node, manifest::Faults& faults) {
    if (!node || node->kind == manifest::Node::Kind::map) return;
    if (!node->text() || !expr::unwrapped(*node->text()))
        manifest::wrongKind(*node, "an object", faults);
}

}  // namespace

std::unique_ptr<Task> loadCallHttp(Loader& loader, manifest::MapReader& task, Common common) {
    const auto* with = task.required("with");
    if (!with) return nullptr;
    manifest::MapReader reader(*with, "\"with\" of call: http", loader.faults());
    reader.requiredText("method");
    checkEndpoint(reader.required("endpoint"), loader.faults());
    for (const auto* key : {"headers", "query"})
        checkMembers(reader.optional(key), loader.faults());
    reader.optional("body");
    const auto format = formatOf(reader.optional("output"), loader.faults());
    const bool redirect = reader.optionalBoolean("redirect").value_or(false);
    reader.finish();
    return std::make_unique<CallHttp>(std::move(common), loader.value(*with), format, redirect);
}

}  // namespace tenon::run
