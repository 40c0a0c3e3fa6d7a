// SPDX-License-Identifier: Apache-2.0
#include "http/openapi/request.h"

#include <algorithm>

#include "http/openapi/body.h"
#include "http/openapi/style.h"
#include "http/uri_template.h"
#include "http/url.h"
#include "text/suggest.h"

namespace tenon::http::openapi {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

[[noreturn]] void refuse(const std::string& text) {
    throw StepError(
        makeError(ErrorKind::validation, "invalid parameters", "In with/parameters: " + text));
}

const Value* given(const Value& parameters, const std::string& name) {
    const auto* value = parameters.find(name);
    return value && !value->isNull() ? value : nullptr;
}

void check(const Operation& operation, const Value& parameters) {
    if (!parameters.object() && !parameters.isNull())
        refuse(std::string("wanted an object, found ") + describe(parameters.kind()) + ".");
    std::vector<std::string> known;
    std::string missing;
    for (const auto& one : operation.parameters) {
        known.push_back(one.name);
        if (one.required && !given(parameters, one.name))
            missing += (missing.empty() ? "\"" : ", \"") + one.name + "\"";
    }
    if (parameters.object()) {
        for (const auto& member : *parameters.object()) {
            if (std::find(known.begin(), known.end(), member.name) != known.end()) continue;
            std::string all;
            for (const auto& name : known) all += (all.empty() ? "" : ", ") + name;
            const auto hint = text::didYouMean(member.name, known);
            refuse("the operation \"" + operation.id + "\" has no parameter \"" + member.name +
                   "\"" +
                   (!hint.empty() ? hint
                    : all.empty() ? "; it takes none."
                                  : "; it takes " + all + "."));
        }
    }
    if (!missing.empty()) refuse("the operation \"" + operation.id + "\" needs " + missing + ".");
}

std::string pathText(const Api& api, const Parameter& parameter, const Value& value) {
    std::string text = oneText(api, parameter, value);
    if (text.empty())
        refuseParameter(parameter,
                        "it is a part of the path, and empty. An address without that part is "
                        "another one. Nothing was sent");
    return text;
}

// "/pet/{petId}", with what was given for {petId}.
std::string filled(const Api& api, const Operation& operation, const Pairs& path) {
    std::string out;
    for (std::size_t begin = 0; begin < operation.path.size();) {
        const auto end = std::min(operation.path.find('/', begin + 1), operation.path.size());
        std::string segment = operation.path.substr(begin, end - begin);
        const bool isTemplate = segment.find('{') != std::string::npos;
        for (const auto& [name, value] : path) {
            const std::string slot = "{" + name + "}";
            for (auto at = segment.find(slot); at != segment.npos;
                 at = segment.find(slot, at + value.size()))
                segment.replace(at, slot.size(), value);
        }
        if (segment.find('{') != std::string::npos)
            api.refuse("the path " + operation.path + " has a part that no parameter is for.");
        if (isTemplate &&
            isDots(std::string_view(segment).substr(segment.starts_with('/') ? 1 : 0)))
            refuse("they make \"" + segment + "\" of " + operation.path.substr(begin, end - begin) +
                   " in the path " + operation.path +
                   ", which leads to another address. Nothing was sent.");
        out += segment;
        begin = end;
    }
    return out;
}

HttpAsk build(const Api& api, const std::string& id, const Value& parameters) {
    const Operation operation = operationOf(api, id);
    check(operation, parameters);
    HttpAsk ask;
    HttpRequest& request = ask.request;
    request.method = operation.method;
    Pairs path, query, form, cookies;
    const auto append = [](Pairs& to, Pairs more) {
        for (auto& pair : more) to.push_back(std::move(pair));
    };
    for (const auto& one : operation.parameters) {
        const auto* value = given(parameters, one.name);
        if (!value) continue;
        const bool inUrl = one.in == "path" || one.in == "query";
        ask.secretUrl = ask.secretUrl || (inUrl && holdsSecret(*value));
        if (one.in == "path") path.emplace_back(one.name, pathText(api, one, *value));
        if (one.in == "query") append(query, pairsOf(api, one, *value));
        if (one.in == "header") request.headers.push_back({one.name, oneText(api, one, *value)});
        if (one.in == "cookie") append(cookies, pairsOf(api, one, *value));
        if (one.in == "formData") append(form, pairsOf(api, one, *value));
        if (one.in == "body") setBody(api, operation, one, *value, request);
    }
    std::string asked;
    for (const auto& [name, value] : query)
        asked += (asked.empty() ? "" : "&") + name + "=" + value;
    request.url = withQuery(baseUrl(api, operation) + filled(api, operation, path), asked);
    std::string cookie;
    for (const auto& [name, value] : cookies)
        cookie += (cookie.empty() ? "" : "; ") + name + "=" + value;
    if (!cookie.empty()) request.headers.push_back({"Cookie", cookie});
    if (!form.empty()) setForm(api, operation, form, request);
    setAccept(api, operation, request);
    ask.request.secret = holdsSecret(parameters);
    return ask;
}

}  // namespace

Result<HttpAsk> requestOf(const Api& api, const std::string& operationId, const Value& parameters) {
    try {
        return build(api, operationId, parameters);
    } catch (const StepError& e) {
        return e.error();
    }
}

}  // namespace tenon::http::openapi
