// SPDX-License-Identifier: Apache-2.0
// How an instance is shown, and how it is kept.
#include "platform/body.h"
#include "platform/instances.h"
#include "platform/kept.h"
#include "tenon/secret.h"

namespace cloudelements::sandbox {

using tenon::Array;
using tenon::Object;
using tenon::Value;

bool isMasked(const std::string& key) {
    return key == "password" || key.find("token") != key.npos || key.find("secret") != key.npos ||
           key == "event.notification.signature.key";
}

Value Instance::shown() const {
    Object shownConfiguration;
    for (const auto& [key, value] : configuration) {
        const bool masked = isMasked(key) && value.string() && !value.string()->empty();
        shownConfiguration.set(key, masked ? Value(tenon::kMask) : value);
    }
    return Object{
        {"id", id},
        {"name", name},
        {"createdDate", createdDate},
        {"token", token},
        {"element", Object{{"id", element->id},
                           {"key", element->key},
                           {"name", element->name},
                           {"hub", element->hub}}},
        {"elementId", element->id},
        {"tags", Array(tags.begin(), tags.end())},
        {"provisionInteractions", Array()},
        {"valid", true},
        {"disabled", disabled},
        {"maxCacheSize", 0},
        {"cacheTimeToLive", 0},
        {"configuration", std::move(shownConfiguration)},
        {"eventsEnabled", configured("event.notification.enabled") == "true"},
        {"traceLoggingEnabled", traceLogging},
        {"cachingEnabled", false},
        {"externalAuthentication", "none"},
        {"user", Object{{"id", 21},
                        {"emailAddress", "sandbox@example.com"},
                        {"firstName", "Sandbox"},
                        {"lastName", "User"}}},
    };
}

std::string Instance::configured(const char* key) const { return textOf(configuration.find(key)); }

std::string Instance::badCredentials() const {
    const std::string password = configured("password");
    if (password == tenon::kMask)
        return "The password is the mask that the platform shows in its place";
    return password.starts_with("wrong") ? "Invalid user name or password" : "";
}

Value Instance::kept() const {
    return Object{{"id", id},
                  {"element", element->key},
                  {"token", token},
                  {"name", name},
                  {"createdDate", createdDate},
                  {"tags", Array(tags.begin(), tags.end())},
                  {"configuration", configuration},
                  {"disabled", disabled},
                  {"traceLogging", traceLogging},
                  {"polled", static_cast<std::int64_t>(polled)}};
}

Instance Instance::of(const Value& kept) {
    const Kept from(kept, "an instance");
    Instance out;
    out.id = from.number("id");
    out.element = elementOf(from.text("element"));
    if (!out.element) from.wrong("element");
    out.token = from.text("token");
    out.name = from.text("name");
    out.createdDate = from.text("createdDate");
    for (const auto& tag : from.array("tags")) {
        if (!tag.string()) from.wrong("tags");
        out.tags.push_back(*tag.string());
    }
    out.configuration = from.object("configuration");
    for (const auto& [key, value] : out.configuration)
        if (!value.isNull() && !value.string()) from.wrong("configuration");
    out.disabled = from.flag("disabled");
    out.traceLogging = from.flag("traceLogging");
    out.polled = static_cast<std::uint64_t>(from.number("polled"));
    return out;
}

}  // namespace cloudelements::sandbox
