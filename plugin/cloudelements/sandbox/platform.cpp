// SPDX-License-Identifier: Apache-2.0
#include "platform.h"

#include <Poco/DateTimeFormatter.h>
#include <Poco/NumberParser.h>
#include <Poco/String.h>

#include "credentials.h"
#include "page.h"
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
    if (Poco::icompare(Poco::trim(type.substr(0, type.find(';'))), "application/json") != 0)
        throw refusal(415, "Content type '" + type + "' not supported");
    auto body = tenon::json::read(request.body);
    if (!body || !body.value().object())
        throw refusal(400, "The request body is not a valid JSON object");
    return std::move(body).value();
}

bool isInstances(const std::string& path) {
    return path == "/instances" || path.starts_with("/instances/");
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
        if (isInstances(rest)) return instances(request, rest.substr(10), std::nullopt);
        // "/elements/KEY/instances" and "/hubs/ANY/ping"; the hub's name counts for nothing.
        const auto slash = rest.find('/', rest.find('/', 1) + 1);
        const std::string below = slash == std::string::npos ? "" : rest.substr(slash);
        if (rest.starts_with("/elements/") && isInstances(below))
            return instances(request, below.substr(10), rest.substr(10, slash - 10));
        if (rest.starts_with("/hubs/") && !below.empty()) return hub(request, below);
        if (rest == "/ping" || rest == "/accounts") return hub(request, rest);
        return refusal(404, "Resource not found");
    } catch (const Answer& refused) {
        return refused;
    }
}

Answer Platform::instances(const Request& request, const std::string& rest,
                           const std::optional<std::string>& element) {
    const auto who = readCredentials(request.header("Authorization"));
    if (!who.readable || who.user != user || who.organization != organization) return unknown();
    if (element && !isSageCrm(*element))
        return refusal(404, "No element found with the given key or ID");
    const auto& method = request.method;
    if (rest.empty()) {
        if (method == "POST") return instances_.create(jsonBody(request), element.has_value());
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
        const Array all{Object{{"id", "43"}, {"name", "Gatecom Inc."}},
                        Object{{"id", "50"}, {"name", "Design Right Inc."}}};
        out = page(request, all.size(), [&](std::size_t i) { return all[i]; });
    }
    out.headers.push_back({"Elements-Element-Instance-Id", std::to_string(instance->id)});
    return out;
}

}  // namespace cloudelements::sandbox
