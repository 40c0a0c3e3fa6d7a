// SPDX-License-Identifier: Apache-2.0
// The entries of an instance's configuration, one by one.
#include <algorithm>

#include "platform/body.h"
#include "platform/world.h"
#include "tenon/secret.h"

namespace cloudelements::sandbox {

using tenon::Object;
using tenon::Value;

namespace {

// Entries are numbered from 1 in the order in which they were set.
Value entry(const Instance& instance, std::size_t at) {
    const auto& [key, value] = instance.configuration.begin()[at];
    const auto& required = instance.element->required;
    const bool masked = isMasked(key) && value.string() && !value.string()->empty();
    return Object{{"id", static_cast<std::int64_t>(at + 1)},
                  {"key", key},
                  {"name", key},
                  {"description", ""},
                  {"propertyValue", masked ? Value(tenon::kMask) : value},
                  {"required", std::find(required.begin(), required.end(), key) != required.end()},
                  {"type", masked ? "PASSWORD" : "TEXTFIELD_128"},
                  {"active", true},
                  {"hideFromConsole", false}};
}

std::size_t entryIn(const Call& call) {
    const auto id = call.number("entry", "configuration ID");
    if (id < 1 || static_cast<std::size_t>(id) > call.instance->configuration.size())
        throw refusal(404, "No configuration found with ID " + std::to_string(id));
    return static_cast<std::size_t>(id) - 1;
}

}  // namespace

void addConfigurationRoutes(Router& router) {
    router.addOfInstance("GET", "/configuration", [](Call& call) {
        tenon::Array out;
        for (std::size_t i = 0; i < call.instance->configuration.size(); ++i)
            out.push_back(entry(*call.instance, i));
        return answer(200, std::move(out));
    });
    router.addOfInstance("GET", "/configuration/{entry}", [](Call& call) {
        return answer(200, entry(*call.instance, entryIn(call)));
    });
    router.addOfInstance("PATCH", "/configuration/{entry}", [](Call& call) {
        const auto at = entryIn(call);
        const auto body = call.object();
        const auto* value = body.find("propertyValue");
        if (!value) throw refusal(400, "The field 'propertyValue' is required");
        auto& configuration = call.instance->configuration;
        configuration.set(std::string(configuration.begin()[at].name), asConfigured(*value));
        return answer(200, entry(*call.instance, at));
    });
}

}  // namespace cloudelements::sandbox
