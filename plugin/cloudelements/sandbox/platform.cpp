// SPDX-License-Identifier: Apache-2.0
#include "platform.h"

#include <Poco/DateTimeFormatter.h>
#include <Poco/NumberParser.h>

#include "credentials.h"
#include "tenon/json.h"

namespace cloudelements::sandbox {

using tenon::Array;
using tenon::Object;
using tenon::Value;

namespace {

constexpr std::string_view kBase = "/elements/api-v2";

Answer unknown() {
    return refusal(401, "Invalid Organization or User secret, or invalid Element token provided.");
}

Answer notAllowed(const Request& request) {
    return refusal(405, "Request method '" + request.method + "' not supported");
}

Value jsonBody(const Request& request) {
    const std::string type = request.header("Content-Type");
    if (type.substr(0, type.find(';')) != "application/json")
        throw refusal(415, "Content type '" + type + "' not supported");
    auto body = tenon::json::read(request.body);
    if (!body || !body.value().object())
        throw refusal(400, "The request body is not a valid JSON object");
    return std::move(body).value();
}

bool acceptsJson(const std::string& accept) {
    return accept.empty() || accept.find("*/*") != std::string::npos ||
           accept.find("application/json") != std::string::npos ||
           accept.find("application/*") != std::string::npos;
}

}  // namespace

Platform::Platform(std::int64_t firstId) : instances_(firstId) {}

Answer Platform::handle(const Request& request) {
    try {
        if (!request.path.starts_with(kBase)) return refusal(404, "Resource not found");
        if (!acceptsJson(request.header("Accept")))
            return refusal(406, "Could not find acceptable representation");
        const std::string rest = request.path.substr(kBase.size());
        const std::scoped_lock lock(mutex_);
        if (rest == "/instances" || rest.starts_with("/instances/"))
            return instances(request, rest.substr(10));
        if (rest.starts_with("/hubs/")) {
            const auto slash = rest.find('/', 6);
            if (slash != std::string::npos) return hub(request, rest.substr(slash));
        }
        return refusal(404, "Resource not found");
    } catch (const Answer& refused) {
        return refused;
    }
}

Answer Platform::instances(const Request& request, const std::string& rest) {
    const auto who = readCredentials(request.header("Authorization"));
    if (!who.readable || who.user != user || who.organization != organization) return unknown();
    const auto& method = request.method;
    if (rest.empty()) {
        if (method == "POST") return instances_.create(jsonBody(request));
        return method == "GET" ? instances_.list(request) : notAllowed(request);
    }
    const auto slash = rest.find('/', 1);
    const std::string below = slash == std::string::npos ? "" : rest.substr(slash);
    Poco::Int64 id = 0;
    if (!Poco::NumberParser::tryParse64(rest.substr(1, slash - 1), id))
        return refusal(400, "The instance ID is not valid");
    if (below == "/enabled") {
        if (method != "PUT" && method != "DELETE") return notAllowed(request);
        return instances_.enable(id, method == "PUT");
    }
    if (!below.empty()) return refusal(404, "Resource not found");
    if (method == "GET") return instances_.get(id);
    if (method == "DELETE") return instances_.remove(id);
    if (method == "PUT" || method == "PATCH")
        return instances_.change(id, jsonBody(request), method == "PUT");
    return notAllowed(request);
}

Answer Platform::hub(const Request& request, const std::string& rest) {
    const auto who = readCredentials(request.header("Authorization"));
    const auto* instance = instances_.byToken(who.element);
    const bool organizationFits = who.organization.empty() || who.organization == organization;
    if (!who.readable || who.user != user || !organizationFits || !instance) return unknown();
    if (instance->disabled) return refusal(403, "The element instance is disabled");
    if (request.method != "GET") return notAllowed(request);
    Answer out = refusal(404, "Resource not found");
    if (rest == "/ping") {
        out = answer(200, Object{{"dateTime", Poco::DateTimeFormatter::format(
                                                  Poco::DateTime(), "%Y-%m-%dT%H:%M:%SZ")},
                                 {"endpoint", "sagecrm"}});
    } else if (rest == "/accounts") {
        out = answer(200, Array{Object{{"id", "43"}, {"name", "Gatecom Inc."}},
                                Object{{"id", "50"}, {"name", "Design Right Inc."}}});
    }
    out.headers.push_back({"Elements-Element-Instance-Id", std::to_string(instance->id)});
    return out;
}

}  // namespace cloudelements::sandbox
