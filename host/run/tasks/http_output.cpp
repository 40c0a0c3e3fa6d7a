// SPDX-License-Identifier: Apache-2.0
#include <cctype>

#include "run/base64.h"
#include "run/excerpt.h"
#include "run/redactor.h"
#include "run/tasks/call_http.h"
#include "run/url.h"
#include "tenon/json.h"

namespace tenon::run {
namespace {

bool isJson(const HttpResponse& response) {
    const auto* type = response.header("Content-Type");
    if (!type) return false;
    std::string media = type->substr(0, type->find_first_of("; \t"));
    for (auto& c : media) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return media.ends_with("/json") || media.ends_with("+json");
}

bool unsafe(const std::string& method) {
    return method != "GET" && method != "HEAD" && method != "OPTIONS";
}

// Too early, too many, or a fault of the server's.
bool mayHelpLater(int status) {
    return status == 408 || status == 425 || status == 429 || status >= 500;
}

Result<Value> content(const HttpRequest& request, const HttpResponse& response) {
    if (!isJson(response)) return Value(response.body);
    if (response.body.empty()) return Value();
    auto value = json::read(response.body, json::Reading::lenient);
    if (value) return value;
    Error error =
        makeError(ErrorKind::communication, response.endedByClose ? "truncated" : "malformed",
                  request.method + " " + shownUrl(request.url) +
                      ": the answer says that it is JSON, but it is not: " + value.error().detail);
    if (unsafe(request.method)) error.done = Done::maybe;
    return error;
}

Object headersOf(const std::vector<Header>& headers) {
    Object out;
    for (const auto& h : headers) {
        const auto* before = out.find(h.name);
        out.set(h.name, before && before->string() ? *before->string() + ", " + h.value : h.value);
    }
    return out;
}

Error refused(const HttpRequest& request, const HttpResponse& response, const Redactor& redactor) {
    const int status = response.status;
    ErrorKind kind = ErrorKind::communication;
    if (status == 401) kind = ErrorKind::authentication;
    if (status == 403) kind = ErrorKind::authorization;
    constexpr std::size_t most = 400;
    const std::string body = beginningOf(redactor.text(response.body), most);
    Error error = makeError(kind, "HTTP status " + std::to_string(status),
                            request.method + " " + shownUrl(request.url) + " was answered with " +
                                std::to_string(status) +
                                (response.reason.empty() ? "" : " " + response.reason) +
                                (body.empty() ? "." : ": " + body));
    error.status = status;
    // Of a redirect nobody knows whether it stands for what was asked, as a 303 mostly does.
    if (unsafe(request.method) && (status == 408 || status >= 500 || status < 400))
        error.done = Done::maybe;
    error.retryable = mayHelpLater(status) && (error.done == Done::no || !acts(request));
    error.retryAfter = retryAfter(response);
    return error;
}

}  // namespace

Result<Value> httpOutput(const HttpCall& call, const HttpAsk& ask, const HttpResponse& response,
                         const Redactor& redactor) {
    const HttpRequest& request = ask.request;
    if (response.status < 200 || response.status > (call.redirect ? 399 : 299))
        return refused(request, response, redactor);
    if (call.output == HttpOutput::raw) return Value(base64(response.body));
    auto body = content(request, response);
    if (!body || call.output == HttpOutput::content) return body;
    Object asked{{"method", request.method},
                 {"uri", ask.secretUrl ? Value(Secret(request.url)) : Value(request.url)}};
    Object sent;
    for (const auto& h : request.headers) sent.set(h.name, Secret(h.value));
    asked.set("headers", std::move(sent));
    return Value(Object{{"request", std::move(asked)},
                        {"statusCode", response.status},
                        {"headers", headersOf(response.headers)},
                        {"content", std::move(body).value()}});
}

}  // namespace tenon::run
