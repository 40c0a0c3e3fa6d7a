// SPDX-License-Identifier: Apache-2.0
#include "run/tasks/http_send.h"

#include "http/keeping_http.h"
#include "http/url.h"
#include "run/auth/prepared.h"

namespace tenon::run {
namespace {

http::HttpOutput outputOf(const manifest::Node* node, manifest::Faults& faults) {
    if (!node) return http::HttpOutput::content;
    const std::string* text = node->text();
    if (text && *text == "raw") return http::HttpOutput::raw;
    if (text && *text == "response") return http::HttpOutput::response;
    if (!text || *text != "content")
        faults.add(*node, "wanted content, raw or response, found " +
                              (text ? "\"" + *text + "\"" : std::string(node->describe())));
    return http::HttpOutput::content;
}

bool hasHeader(const HttpRequest& request, std::string_view name) {
    for (const auto& header : request.headers)
        if (sameHeader(header.name, name)) return true;
    return false;
}

}  // namespace

void loadHttpOutput(manifest::MapReader& with, http::HttpCall& call, manifest::Faults& faults) {
    call.output = outputOf(with.optional("output"), faults);
    call.redirect = with.optionalBoolean("redirect").value_or(false);
}

Result<std::unique_ptr<Authorization>> authorization(
    const std::optional<Authentication>& authentication, Frame& frame, const expr::Scope& scope,
    const Position& position, bool read) {
    if (!authentication) return std::unique_ptr<Authorization>();
    auto made = authentication->evaluate(frame.run, scope);
    if (!made || !read) return made;
    if (auto error = prepared(frame, position, *made.value(), true)) return *error;
    return made;
}

Result<Outcome> sendHttp(Frame& frame, const Position& position, const http::HttpCall& call,
                         const Value& what, http::HttpAsk ask, Authorization* authorization,
                         bool ready) {
    if (authorization) ask.request.secret = true;
    if (authorization && hasHeader(ask.request, "Authorization"))
        return makeError(ErrorKind::validation, "invalid request",
                         "In with: the authentication makes the header Authorization, and it is "
                         "given beside it. Take one of the two away.");
    const bool act = http::acts(ask.request);
    if (!act && !isIdempotent(ask.request.method)) ask.request.idempotent = true;
    if (act && authorization && !ready)
        if (auto error = prepared(frame, position, *authorization, false)) return *error;
    const auto question = [&](Value& raw) -> Result<Value> {
        if (authorization && !act)
            if (auto error = authorization->prepare(frame.run, frame.limits)) return *error;
        http::KeepingHttp http(frame.run.world.http, raw);
        auto response = authorization
                            ? authorization->send(frame.run, http, ask.request, frame.limits)
                            : http.send(ask.request, frame.run.requestLimits(frame.limits));
        if (!response) return response.error();
        return http::httpOutput(call, ask, response.value(), frame.run.world.redactor);
    };
    auto result = act ? frame.run.act({.position = position.text,
                                       .action = "call http " + ask.request.method,
                                       .idempotent = frame.idempotent},
                                      what, question)
                      : frame.run.ask(position.text, what, [&] {
                            Value raw;
                            return question(raw);
                        });
    if (!result) return result.error();
    return Outcome{
        std::move(result).value(), {}, authorization ? authorization->describe() : Value()};
}

}  // namespace tenon::run
