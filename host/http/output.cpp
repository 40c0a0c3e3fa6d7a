// SPDX-License-Identifier: Apache-2.0
#include <Poco/String.h>

#include "http/call.h"
#include "http/url.h"
#include "tenon/json.h"
#include "text/base64.h"
#include "text/excerpt.h"
#include "text/readable.h"
#include "world/redactor.h"

namespace tenon::http {
namespace {

// Too early, too many, or a fault of the server's.
bool mayHelpLater(int status) {
    return status == 408 || status == 425 || status == 429 || status >= 500;
}

Error unusable(const HttpRequest& request, const char* title, const std::string& text) {
    Error error = makeError(ErrorKind::communication, title,
                            request.method + " " + shownUrl(request.url) + ": " + text);
    if (!isSafe(request.method)) error.done = Done::maybe;
    return error;
}

Result<Value> content(const HttpRequest& request, const HttpResponse& response) {
    const auto media = text::MediaType::of(response);
    if (media.binary()) return Value(response.body.empty() ? "" : text::base64(response.body));
    const auto text = text::decoded(response.body, media.charset);
    if (!text)
        return unusable(request, "malformed",
                        "the answer's text cannot be read as " + text::readable(media.charset) +
                            "; output: raw gives its bytes in base64.");
    if (!media.json()) return Value(*text);
    if (text->empty()) return Value();
    auto value = json::read(*text, json::Reading::lenient);
    if (!value)
        return unusable(request, response.endedByClose ? "truncated" : "malformed",
                        "the answer says that it is JSON, but it is not: " + value.error().detail);
    return value;
}

// In lower case, for a manifest cannot know how the server spells them.
Object headersOf(const std::vector<Header>& headers) {
    Object out;
    for (const auto& h : headers) {
        const std::string name = Poco::toLower(h.name);
        const std::string value = text::readable(h.value);
        const auto* before = out.find(name);
        out.set(name, before && before->string() ? *before->string() + ", " + value : value);
    }
    return out;
}

// What an answer says to people. The rest of one that may have made something may hold its secrets,
// which nobody knows yet.
std::string saidIn(const std::string& text) {
    const auto read = json::read(text, json::Reading::lenient);
    if (!read) return "";
    const Value* at = &read.value();
    if (const auto* error = at->find("error"); error && error->object()) at = error;
    for (const auto* name : {"message", "detail", "error_description", "error", "title"})
        if (const auto* said = at->find(name); said && said->string() && !said->string()->empty())
            return *said->string();
    return "";
}

Error refused(const HttpRequest& request, const HttpResponse& response,
              const world::Redactor& redactor) {
    const int status = response.status;
    ErrorKind kind = ErrorKind::communication;
    if (status == 401) kind = ErrorKind::authentication;
    if (status == 403) kind = ErrorKind::authorization;
    constexpr std::size_t most = 400;
    // Of a redirect nobody knows whether it stands for what was asked, as a 303 mostly does.
    const bool maybeDone =
        !isSafe(request.method) && (status == 408 || status >= 500 || status < 400);
    const auto decodedBody = text::decoded(response.body, text::MediaType::of(response).charset);
    const std::string text = decodedBody.value_or(text::readable(response.body));
    const std::string body =
        text::beginningOf(redactor.text(maybeDone && acts(request) ? saidIn(text) : text), most);
    const bool hidden = body.empty() && !text.empty();
    Error error =
        makeError(kind, "HTTP status " + std::to_string(status),
                  request.method + " " + shownUrl(request.url) + " was answered with " +
                      std::to_string(status) +
                      (response.reason.empty() ? "" : " " + text::readable(response.reason)) +
                      (body.empty() ? "." : ": " + body) +
                      (hidden ? " The rest of the answer is not shown, for it may hold "
                                "the secrets of what was made."
                              : ""));
    error.status = status;
    if (maybeDone) error.done = Done::maybe;
    error.retryable = mayHelpLater(status) && (error.done == Done::no || !acts(request));
    error.retryAfter = retryAfter(response);
    return error;
}

}  // namespace

Result<Value> httpOutput(const HttpCall& call, const HttpAsk& ask, const HttpResponse& response,
                         const world::Redactor& redactor) {
    const HttpRequest& request = ask.request;
    if (response.status < 200 || response.status > (call.redirect ? 399 : 299))
        return refused(request, response, redactor);
    if (call.output == HttpOutput::raw) return Value(text::base64(response.body));
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

}  // namespace tenon::http
