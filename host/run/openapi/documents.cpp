// SPDX-License-Identifier: Apache-2.0
#include "run/openapi/documents.h"

#include <algorithm>

#include "http/call.h"
#include "http/url.h"
#include "run/auth/fingerprint.h"
#include "run/resources.h"
#include "world/redactor.h"

namespace tenon::run::openapi {
namespace {

bool given(const DocumentHeaders& headers, std::string_view name) {
    return std::any_of(headers.headers.begin(), headers.headers.end(),
                       [&](const Header& header) { return sameHeader(header.name, name); });
}

// What opens the document, or may make it another one than without it.
bool isOpened(const Source& source) {
    return source.secret || source.authorization || !source.headers.headers.empty();
}

// Where it is, and all that it is asked for with.
std::string keyOf(const Source& source) {
    std::string out = source.url + "\n" + source.opener;
    for (const auto& header : source.headers.headers)
        out += "\n" + header.name + ": " + header.value;
    return out;
}

Result<Value> download(Frame& frame, const Source& source) {
    http::HttpAsk ask;
    ask.request.url = source.url;
    ask.request.headers = source.headers.headers;
    if (!given(source.headers, "Accept"))
        ask.request.headers.push_back(
            {"Accept", "application/json, application/yaml, text/yaml, */*"});
    ask.request.followRedirects = true;
    ask.request.secret = source.secret || source.authorization || source.headers.secret;
    auto response =
        source.authorization
            ? source.authorization->send(frame.run, frame.run.world.http, ask.request, frame.limits)
            : frame.run.world.http.send(ask.request, frame.run.requestLimits(frame.limits));
    if (!response) return response.error();
    return http::httpOutput(http::HttpCall(), ask, response.value(), frame.run.world.redactor);
}

// Of all runs that want it one fetches; each records what it was told.
Result<Value> fetched(Frame& frame, const Source& source) {
    const auto any = [](const Value&) { return true; };
    return frame.run.fetched.documents.get(
        fingerprint(keyOf(source)), frame.limits, any, [&](std::size_t) -> Result<Value> {
            auto answer = download(frame, source);
            if (!answer) return frame.run.world.redactor.error(answer.error());
            return answer;
        });
}

}  // namespace

Result<Value> document(Frame& frame, const Position& position, const Source& source) {
    if (!http::isAddress(source.url) && !http::isFileBeside(source.url))
        return makeError(ErrorKind::validation, "invalid request",
                         "In with/document/endpoint: wanted an http or https address, or a file in "
                         "the manifest's folder, found " +
                             (source.secret ? "a secret" : "\"" + source.url + "\"") + ".");
    if (!http::isAddress(source.url) && source.authorization)
        return makeError(ErrorKind::configuration, "request refused",
                         "In with/document/endpoint: a file is read without authentication; leave "
                         "\"authentication\" out.");
    if (!http::isAddress(source.url) && !source.headers.headers.empty())
        return makeError(ErrorKind::configuration, "request refused",
                         "In metadata/documentHeaders: a file is read without headers; leave them "
                         "out.");
    if (source.authorization && given(source.headers, "Authorization"))
        return makeError(ErrorKind::validation, "invalid request",
                         "In metadata/documentHeaders: the document's authentication makes the "
                         "header Authorization, and it is given beside it. Take one of the two "
                         "away.");
    const auto any = [](const Value&) { return true; };
    const auto fetch = [&](std::size_t before) -> Result<Value> {
        // Its place in the record is the document's own, for any of the tasks may be the first. A
        // URL with a secret in it does not go there, and nothing of what opened the document.
        const Position place = isOpened(source)
                                   ? position.key("document")
                                   : Position{"/documents", "/documents"}
                                         .key(fields::pointerPart(source.url).substr(1))
                                         .round(before + 1);
        const Value what = source.secret ? Value(Secret(source.url)) : Value(source.url);
        auto answer = frame.run.ask(place.text, what, [&] {
            return http::isAddress(source.url) ? fetched(frame, source)
                                               : readBeside(frame.run, source.url);
        });
        if (!answer) {
            Error error = answer.error();
            error.detail = "There is no OpenAPI document. " + error.detail;
            return error;
        }
        try {
            const auto* text = answer.value().string();
            return text ? http::openapi::parse(*text) : answer.value();
        } catch (const StepError& e) {
            return e.error();
        }
    };
    return frame.run.outermost.documents.get(keyOf(source), frame.limits, any, fetch);
}

}  // namespace tenon::run::openapi
