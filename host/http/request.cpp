// SPDX-License-Identifier: Apache-2.0
#include "http/call.h"
#include "http/uri_template.h"
#include "http/url.h"
#include "tenon/json.h"

namespace tenon::http {
namespace {

[[noreturn]] void refuse(const std::string& where, const std::string& text) {
    throw StepError(
        makeError(ErrorKind::validation, "invalid request", "In with/" + where + ": " + text));
}

// What stands in a URL or a header: texts as they are, numbers and booleans as JSON has them.
std::string plain(const Value& value, const std::string& where) {
    if (const auto* text = value.revealText()) return *text;
    if (value.isNumber() || value.boolean()) return json::write(value);
    refuse(where,
           std::string("wanted a string, a number or a boolean, found ") + describe(value.kind()));
}

const Object& members(const Value& value, const std::string& where) {
    if (!value.object())
        refuse(where, std::string("wanted an object, found ") + describe(value.kind()));
    return *value.object();
}

std::string queryOf(const Object& query) {
    std::string out;
    const auto add = [&](const std::string& name, const Value& value) {
        out += (out.empty() ? "" : "&") + percentEncoded(name) + "=" +
               percentEncoded(plain(value, "query/" + name));
    };
    for (const auto& [name, value] : query) {
        if (value.isNull()) continue;
        if (!value.array()) {
            add(name, value);
            continue;
        }
        for (const auto& item : *value.array()) add(name, item);
    }
    return out;
}

bool secretIn(const Value& with, std::string_view name) {
    const auto* member = with.find(name);
    return member && holdsSecret(*member);
}

HttpAsk build(const HttpCall& call, const Value& with, const Value& input) {
    HttpAsk ask;
    HttpRequest& request = ask.request;
    ask.secretUrl = secretIn(with, "endpoint") || secretIn(with, "query");
    request.method = methodOf(plain(*with.find("method"), "method"));
    const auto* endpoint = with.find("endpoint");
    if (endpoint->find("authentication"))
        refuse("endpoint", "an expression cannot give an authentication; write it in the manifest");
    if (const auto* uri = endpoint->find("uri")) endpoint = uri;
    request.url = plain(*endpoint, "endpoint");
    if (call.written) {
        request.url = expandUri(request.url, input, "with/endpoint", ask.secretUrl).value();
    } else if (const auto dots = dotsIn(request.url); !dots.empty()) {
        refuse("endpoint", dots);
    }
    if (const auto* query = with.find("query"))
        request.url = withQuery(std::move(request.url), queryOf(members(*query, "query")));
    bool typed = false;
    if (const auto* headers = with.find("headers")) {
        for (const auto& [name, value] : members(*headers, "headers")) {
            request.headers.push_back({name, plain(value, "headers/" + name)});
            typed = typed || sameHeader(name, "Content-Type");
        }
    }
    if (const auto* body = with.find("body"); body && !body->isNull()) {
        const bool text = body->revealText() != nullptr;
        request.body = text ? *body->revealText() : json::write(*body, json::Secrets::reveal);
        if (!typed)
            request.headers.push_back({"Content-Type", text ? "text/plain" : "application/json"});
    }
    request.secret = ask.secretUrl || holdsSecret(with);
    return ask;
}

}  // namespace

Result<HttpAsk> httpAsk(const HttpCall& call, const Value& with, const Value& input) {
    try {
        return build(call, with, input);
    } catch (const StepError& e) {
        return e.error();
    }
}

}  // namespace tenon::http
