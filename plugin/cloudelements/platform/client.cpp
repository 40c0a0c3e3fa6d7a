// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/platform/client.h"

#include <Poco/URI.h>

#include "cloudelements/platform/damaged_json.h"
#include "tenon/json.h"
#include "tenon/partial_http.h"
#include "tenon/step.h"

namespace cloudelements {
namespace {

using tenon::Done;
using tenon::HttpResponse;
using tenon::StepError;
using tenon::Value;

std::string encoded(std::string_view text) {
    std::string out;
    Poco::URI::encode(std::string(text), "!#$&'()*+,/:;=?@[]%", out);
    return out;
}

bool isBlank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

// Who may have done something says so, and what only looks has done nothing.
tenon::Error judged(tenon::Error error, const Call& call) {
    if (call.method == "GET") error.done = Done::no;
    if (error.done != Done::maybe) return error;
    if (call.acts()) error.retryable = false;
    if (!call.lookFirst.empty()) error.detail += " " + call.lookFirst;
    return error;
}

// A web page of whoever stands at a wrong address has deleted nothing.
bool isNone(const HttpResponse& answer, const Call& call) {
    if (call.method != "DELETE") return saysNoneFound(answer);
    return isBlank(answer.body) || !readDamaged(answer.body).isNull();
}

}  // namespace

Client::Client(const Connection& connection, tenon::Context& context)
    : Client(connection, tenon::Secret(), context) {}

Client::Client(const Connection& connection, tenon::Secret token, tenon::Context& context)
    : connection_(connection), token_(std::move(token)), context_(context) {}

tenon::HttpRequest Client::request(const Call& call) const {
    tenon::HttpRequest out;
    out.method = call.method;
    out.url = connection_.baseUrl;
    while (out.url.ends_with('/')) out.url.pop_back();
    out.url += call.path;
    char mark = '?';
    for (const auto& [name, value] : call.query) {
        out.url += std::exchange(mark, '&') + encoded(name) + "=" + encoded(value);
    }
    std::string who =
        "User " + connection_.user.reveal() + ", Organization " + connection_.organization.reveal();
    if (!token_.reveal().empty()) who += ", Element " + token_.reveal();
    out.headers = {{"Authorization", std::move(who)}};
    if (call.body) {
        out.headers.push_back({"Content-Type", "application/json"});
        out.body = tenon::json::write(*call.body, tenon::json::Secrets::reveal);
    }
    out.headers.push_back({"Accept", "application/json"});
    out.headers.insert(out.headers.end(), call.headers.begin(), call.headers.end());
    out.secret = true;
    if (call.acts()) out.idempotent = false;
    return out;
}

Quotes Client::quotes(const Call& call) const {
    return Quotes(
        tenon::Array{tenon::writeFields(connection_), token_, call.body.value_or(Value())},
        static_cast<tenon::Quote*>(context_.extension(tenon::Quote::kId)));
}

HttpResponse Client::exchange(const Call& call) {
    HttpResponse part;
    auto answer = tenon::sendPartly(context_, request(call), part);
    if (answer) return std::move(answer).value();
    auto error = answer.error();
    if (call.came) error.detail += call.came(part);
    throw StepError(judged(std::move(error), call));
}

StepError Client::refused(const HttpResponse& answer, const Call& call) const {
    Advice advice = call.advice;
    advice.token = !token_.reveal().empty();
    auto error = platformError(answer, quotes(call), advice);
    if (!call.acts() && (answer.status == 408 || answer.status == 425 || answer.status >= 500))
        error.retryable = true;
    return StepError(judged(std::move(error), call));
}

HttpResponse Client::send(const Call& call) {
    auto answer = exchange(call);
    if (answer.status < 200 || answer.status > 299) throw refused(answer, call);
    return answer;
}

std::optional<HttpResponse> Client::find(const Call& call) {
    auto answer = exchange(call);
    if (answer.status == 404 && isNone(answer, call)) return std::nullopt;
    if (answer.status < 200 || answer.status > 299) throw refused(answer, call);
    return answer;
}

Value Client::read(const Call& call) { return json(send(call), call); }

Value Client::json(const HttpResponse& answer, const Call& call) const {
    if (isBlank(answer.body)) return {};
    auto value =
        tenon::json::read(repaired(withoutMark(answer.body)), tenon::json::Reading::lenient);
    if (value) return std::move(value).value();
    Value damaged = readDamaged(answer.body);
    if (damaged.isNull()) throw unusable(answer, call, "is not JSON");
    return damaged;
}

StepError Client::unusable(const HttpResponse& answer, const Call& call,
                           const std::string& why) const {
    auto error = tenon::makeError(tenon::ErrorKind::communication, "unusable answer",
                                  "The platform's answer to " + call.about + " " + why + ".");
    error.done = Done::maybe;
    error.requestId = requestIdOf(answer, quotes(call));
    return StepError(judged(std::move(error), call));
}

std::string segment(std::string_view text) {
    if (text.empty() || text == "." || text == "..")
        throw StepError(tenon::makeError(
            tenon::ErrorKind::validation, "invalid inputs",
            "A part of an address of the platform would be \"" + std::string(text) +
                "\", which leads to another address. Nothing was sent."));
    return encoded(text);
}

std::string nextPage(const HttpResponse& answer) {
    const auto* token = answer.header("Elements-Next-Page-Token");
    return token ? *token : std::string();
}

}  // namespace cloudelements
