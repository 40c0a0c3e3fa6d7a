// SPDX-License-Identifier: Apache-2.0
#include "formulas/requests.h"

#include <Poco/Exception.h>
#include <Poco/NumberParser.h>
#include <Poco/StringTokenizer.h>
#include <Poco/URI.h>

#include "platform/body.h"
#include "platform/world.h"
#include "tenon/json.h"

namespace cloudelements::sandbox {

using tenon::Object;
using tenon::Value;

namespace {

// "400-415,500"
bool isAmong(int status, const std::string& codes) {
    for (const auto& part : Poco::StringTokenizer(codes, ",", Poco::StringTokenizer::TOK_TRIM)) {
        unsigned from = 0, to = 0;
        const auto dash = part.find('-');
        if (!Poco::NumberParser::tryParseUnsigned(part.substr(0, dash), from)) continue;
        to = from;
        if (dash != part.npos) Poco::NumberParser::tryParseUnsigned(part.substr(dash + 1), to);
        if (status >= static_cast<int>(from) && status <= static_cast<int>(to)) return true;
    }
    return false;
}

// {id} in the path by the step's `path`.
std::string filled(std::string text, const Value& properties) {
    const auto* names = properties.find("path");
    if (!names || !names->object()) return text;
    for (const auto& [name, value] : *names->object())
        for (std::size_t at; (at = text.find("{" + name + "}")) != text.npos;)
            text.replace(at, name.size() + 2, textOf(&value));
    return text;
}

// Properties are given as objects, or as JSON in a text.
Value objectOf(const Value& properties, const char* key) {
    const auto* value = properties.find(key);
    if (!value) return Object();
    if (value->object()) return *value;
    const auto read = tenon::json::read(textOf(value));
    return read && read.value().object() ? read.value() : Value(Object());
}

Request requestOf(const Value& properties, const std::string& target) {
    Request out;
    try {
        const Poco::URI uri(filled(target, properties));
        out.path = uri.getPath();
        out.query = uri.getQueryParameters();
    } catch (const Poco::Exception&) {
        throw StepFailed("The address is not valid: " + target);
    }
    out.method = textOf(properties.find("method"));
    if (out.method.empty()) out.method = "GET";
    const Value query = objectOf(properties, "query"), headers = objectOf(properties, "headers");
    for (const auto& [name, value] : *query.object()) out.query.emplace_back(name, textOf(&value));
    for (const auto& [name, value] : *headers.object())
        out.headers.push_back({name, textOf(&value)});
    if (const auto* body = properties.find("body"); body && !body->isNull())
        out.body = body->string() ? *body->string()
                                  : tenon::json::write(*body, tenon::json::Secrets::reveal);
    if (!out.body.empty() && out.header("Content-Type").empty())
        out.headers.push_back({"Content-Type", "application/json"});
    return out;
}

// Without the credentials, which are nobody's to read in an execution.
Value shown(const Request& request) {
    Object query, headers;
    for (const auto& [name, value] : request.query) query.set(name, value);
    for (const auto& [name, value] : request.headers)
        if (!tenon::sameHeader(name, "Authorization")) headers.set(name, value);
    return Object{{"method", request.method},      {"uri", request.path},
                  {"path", request.path},          {"query", std::move(query)},
                  {"headers", std::move(headers)}, {"body", request.body}};
}

Value shown(const Answer& answer) {
    Object headers;
    for (const auto& [name, value] : answer.headers) headers.set(name, value);
    const auto body = tenon::json::read(answer.body, tenon::json::Reading::lenient);
    return Object{{"code", std::to_string(answer.status)},
                  {"headers", std::move(headers)},
                  {"body", body ? body.value() : Value(answer.body)}};
}

// As the instance, or as the user of the platform.
void authorize(Request& request, const std::string& kind, const Value& properties, Hands& hands,
               World& world) {
    std::string word = "Organization", secret;
    hands.withWorld([&] {
        secret = world.organization;
        if (kind == "elementRequest") {
            Poco::Int64 id = 0;
            const std::string given = textOf(properties.find("elementInstanceId"));
            const auto* instance = Poco::NumberParser::tryParse64(given, id)
                                       ? world.instances.find(id)
                                       : world.instances.byToken(given);
            if (!instance) throw StepFailed("No element instance found with ID " + given);
            word = "Element";
            secret = instance->token;
        }
        request.headers.push_back(
            {"Authorization", "User " + world.user + ", " + word + " " + secret});
    });
    request.path = "/elements/api-v2" + request.path;
}

}  // namespace

Exchange exchanged(const std::string& kind, const Value& properties, Hands& hands, World& world) {
    const bool isOutside = kind == "httpRequest";
    const std::string url = textOf(properties.find("url"));
    Request request = requestOf(properties, isOutside ? url : textOf(properties.find("api")));
    Exchange out;
    out.request = shown(request);
    if (!isOutside) authorize(request, kind, properties, hands, world);
    unsigned attempts = 0;
    if (textOf(properties.find("retry")) == "true" ||
        (properties.find("retry") && properties.find("retry")->boolean() &&
         *properties.find("retry")->boolean()))
        Poco::NumberParser::tryParseUnsigned(textOf(properties.find("retryAttempts")), attempts);
    const std::string again = textOf(properties.find("retryStatusCodes"));
    const std::string good = textOf(properties.find("acceptableStatusCodes"));
    for (;; --attempts) {
        const Answer answer = isOutside ? hands.send(url, request) : hands.call(request);
        if (answer.status == 0) throw StepFailed(answer.body);
        out.response = shown(answer);
        out.isGood = good.empty() ? answer.status < 400 : isAmong(answer.status, good);
        const bool isWorthIt = again.empty() ? answer.status >= 500 : isAmong(answer.status, again);
        if (out.isGood || !isWorthIt || attempts == 0) break;
    }
    if (!out.isGood) {
        const auto* message = out.response.find("body")->find("message");
        out.problem = "Status " + *out.response.find("code")->string() +
                      (textOf(message).empty() ? "" : ": " + textOf(message));
    }
    return out;
}

}  // namespace cloudelements::sandbox
