// SPDX-License-Identifier: Apache-2.0
// The API docs of an instance, and what an element can do.
#include "docs/swagger.h"
#include "platform/body.h"
#include "platform/world.h"

namespace cloudelements::sandbox {

using tenon::Object;
using tenon::Value;

namespace {

Value narrowed(const Value& swagger, const std::string& operationId) {
    const Value paths = operationOf(swagger, operationId);
    if (paths.isNull()) throw refusal(404, "No operation found with ID " + operationId);
    Object out = *swagger.object();
    out.set("paths", paths);
    return out;
}

Answer docs(const Call& call, const World& world) {
    const Value whole = swaggerOf(*call.instance, world.resources);
    const std::string operation =
        call.in.count("operation") ? call.at("operation") : call.request.parameter("operationId");
    return answer(200, operation.empty() ? whole : narrowed(whole, operation));
}

Answer metadata(const Call& call) {
    const auto* element = elementOf(call.at("element"));
    if (!element) throw refusal(404, "No element found with the given key or ID");
    tenon::Array objects;
    for (const auto& type : element->objects) objects.push_back(type.name);
    return answer(200, Object{{"id", element->id},
                              {"key", element->key},
                              {"name", element->name},
                              {"hub", element->hub},
                              {"objects", std::move(objects)},
                              {"events", Object{{"supported", true},
                                                {"methods", tenon::Array{"polling"}},
                                                {"polling", Object{{"supported", true}}}}}});
}

}  // namespace

void addDocsRoutes(Router& router, World& world) {
    const auto handler = [&world](Call& call) { return docs(call, world); };
    router.addOfInstance("GET", "/docs", handler);
    router.addOfInstance("GET", "/docs/{operation}", handler);
    router.addOfInstance("GET", "/docs/definitions", [&world](Call& call) {
        return answer(200, *swaggerOf(*call.instance, world.resources).find("definitions"));
    });
    router.add("GET", "/elements/{element}/metadata", Access::platform, metadata);
}

}  // namespace cloudelements::sandbox
