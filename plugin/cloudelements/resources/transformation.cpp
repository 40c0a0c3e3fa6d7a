// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/resources/transformation.h"

#include <set>

#include "cloudelements/platform/client.h"
#include "cloudelements/platform/members.h"
#include "cloudelements/resources/same_again.h"

namespace cloudelements {
namespace {

using tenon::Object;
using tenon::Value;

void checkScript(Checks& checks, const Value& script) {
    const Value body = script.object() ? memberOf(script, "body") : script;
    if (script.isNull()) return;
    if (!body.string())
        checks.no("/script", "is " +
                                 std::string(script.object() ? "an object without a text in body"
                                                             : describe(script.kind())) +
                                 "; wanted the text of the script, or {body: TEXT}");
    else if (body.string()->find_first_not_of(" \t\r\n") == std::string::npos)
        checks.no("/script", "is empty; leave it out");
}

std::string scriptOf(const Value& transformation) {
    return textOf(memberOf(transformation, "script"), "body");
}

}  // namespace

void checkTransformation(Checks& checks, const Transformation& in) {
    checks.text("/vendorName", in.vendorName);
    std::set<std::string> paths;
    for (std::size_t i = 0; i < in.mapped.size(); ++i) {
        const std::string at = "/fields/" + std::to_string(i);
        const auto& field = in.mapped[i];
        if (checks.text(at + "/path", field.path) && !paths.insert(field.path).second)
            checks.no(at + "/path", "is the path of a field before it; leave one of them out");
        checks.text(at + "/vendorPath", field.vendorPath);
    }
    checkScript(checks, in.script);
}

std::string transformationPath(std::int64_t instanceId, const std::string& name) {
    return "/instances/" + std::to_string(instanceId) + "/transformations/" + segment(name);
}

Value bodyOf(const Transformation& in) {
    tenon::Array fields, configuration;
    for (const auto& field : in.mapped) {
        Object one{{"path", field.path}};
        if (field.type) one.set("type", *field.type);
        one.set("vendorPath", field.vendorPath);
        if (field.vendorType) one.set("vendorType", *field.vendorType);
        fields.push_back(std::move(one));
    }
    for (const auto& setting : in.configuration)
        configuration.push_back(tenon::writeFields(setting));
    Object out{{"level", "instance"},
               {"vendorName", in.vendorName},
               {"fields", std::move(fields)},
               {"configuration", std::move(configuration)},
               {"isLegacy", false}};
    if (in.script.object()) out.set("script", in.script);
    if (in.script.string()) out.set("script", Object{{"body", in.script}});
    return out;
}

bool isSameTransformation(const Value& there, const Value& body) {
    return memberOf(there, "vendorName") == memberOf(body, "vendorName") &&
           haveSameItems(memberOf(there, "fields"), memberOf(body, "fields"),
                         {"path", "type", "vendorPath", "vendorType"}) &&
           haveSameItems(memberOf(there, "configuration"), memberOf(body, "configuration"),
                         {"type", "properties"}) &&
           scriptOf(there) == scriptOf(body);
}

}  // namespace cloudelements
