// SPDX-License-Identifier: Apache-2.0
// Definitions of virtual data resources and transformations, on the levels of the platform.
#include "platform/body.h"
#include "platform/documents.h"
#include "platform/mapping.h"
#include "platform/world.h"

namespace cloudelements::sandbox {
namespace {

void checkDefinition(const tenon::Value& definition) {
    if (!definition.find("fields")) throw refusal(400, "The field 'fields' is required");
    for (const auto& one : arrayOf(definition, "fields")) {
        requiredText(one, "path");
        const auto* type = one.find("type");
        if (type && !type->string()) throw refusal(400, "The field 'type' must be a string");
    }
}

std::string ofInstance(const Call& call) { return "instance " + std::to_string(call.instance->id); }

// Definitions are the account's whatever the element; transformations are one element's.
std::string elementLevel(const char* level, const Call& call) {
    const auto* element = elementOf(call.at("element"));
    if (!element) throw refusal(404, "No element found with the given key or ID");
    return std::string(level) + " " + element->key;
}

void addDefinitions(Router& router, World& world) {
    const auto add = [&](const std::string& before, Access access,
                         const std::function<std::string(const Call&)>& levelOf) {
        addDocuments(router, before + "/objects/{name}/definitions",
                     before + "/objects/definitions", access,
                     {world.resources.definitions, "object definition", checkDefinition, levelOf});
    };
    add("/organizations", Access::platform, [](const Call&) { return "organization"; });
    for (const char* account : {"/accounts", "/accounts/{account}"})
        add(account, Access::platform, [](const Call&) { return "account"; });
    add("", Access::either, ofInstance);
}

void addTransformations(Router& router, World& world) {
    const auto add = [&](const std::string& before, Access access,
                         const std::function<std::string(const Call&)>& levelOf) {
        addDocuments(router, before + "/transformations/{name}", before + "/transformations",
                     access,
                     {world.resources.transformations, "object transformation", checkTransformation,
                      levelOf});
    };
    add("/organizations/elements/{element}", Access::platform,
        [](const Call& call) { return elementLevel("organization", call); });
    for (const char* account :
         {"/accounts/elements/{element}", "/accounts/{account}/elements/{element}"})
        add(account, Access::platform,
            [](const Call& call) { return elementLevel("account", call); });
    add("", Access::either, ofInstance);
}

}  // namespace

void addResourceRoutes(Router& router, World& world) {
    addDefinitions(router, world);
    addTransformations(router, world);
}

}  // namespace cloudelements::sandbox
