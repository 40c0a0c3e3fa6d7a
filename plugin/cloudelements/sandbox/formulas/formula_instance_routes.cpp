// SPDX-License-Identifier: Apache-2.0
// /formulas/{formula}/instances and /formulas/instances: a template bound to what it works on.
#include <Poco/NumberParser.h>

#include "formulas/in_path.h"
#include "platform/body.h"
#include "platform/clock.h"
#include "platform/page.h"

namespace cloudelements::sandbox {

using tenon::Object;
using tenon::Value;

namespace {

Value shown(const Value& instance, World& world) {
    Object out = *instance.object();
    const auto& formula = templateOf(world, *instance.find("formulaId")->integer());
    out.set("formula", Object{{"id", *formula.find("id")},
                              {"name", *formula.find("name")},
                              {"active", *formula.find("active")},
                              {"configuration", *formula.find("configuration")}});
    return out;
}

// The binding of an element instance is its id, as a number or as a text.
void checkBinding(const std::string& key, const Value& value, World& world) {
    Poco::Int64 id = 0;
    if (!Poco::NumberParser::tryParse64(textOf(&value), id) || !world.instances.find(id))
        throw refusal(400, "The configuration value " + key +
                               " must be the ID of an element instance, and there is none with "
                               "the ID " +
                               textOf(&value));
}

void checkConfiguration(const Value& formula, const Object& given, World& world) {
    std::string missing, unknown;
    for (const auto& entry : arrayOf(formula, "configuration")) {
        const auto key = textOf(entry.find("key"));
        const auto* required = entry.find("required");
        const auto* value = given.find(key);
        const bool isThere =
            value && !value->isNull() && !(value->string() && value->string()->empty());
        if (!isThere && required && required->boolean() && *required->boolean())
            missing += (missing.empty() ? "" : ", ") + key;
        if (isThere && textOf(entry.find("type")) == "elementInstance")
            checkBinding(key, *value, world);
    }
    if (!missing.empty())
        throw refusal(400, "The following required configuration values are missing: " + missing);
    for (const auto& [key, value] : given) {
        bool isKnown = false;
        for (const auto& entry : arrayOf(formula, "configuration"))
            isKnown = isKnown || textOf(entry.find("key")) == key;
        if (!isKnown) unknown += (unknown.empty() ? "" : ", ") + key;
    }
    if (!unknown.empty())
        throw refusal(400, "The formula has no configuration with the key " + unknown);
}

Object preparedInstance(const Value& body, const Value& formula, World& world) {
    Object out{{"name", requiredText(body, "name")}};
    const auto* configuration = body.find("configuration");
    out.set("configuration",
            configuration ? Value(requiredObject(body, "configuration")) : Value(Object()));
    checkConfiguration(formula, *out.find("configuration")->object(), world);
    checkLinks(formula);
    const auto* settings = body.find("settings");
    out.set("settings", settings ? Value(requiredObject(body, "settings")) : Value(Object()));
    const auto* active = body.find("active");
    out.set("active", !active || !active->boolean() || *active->boolean());
    return out;
}

Answer createFormulaInstance(Call& call, World& world) {
    const auto formula = call.number("formula", "formula ID");
    const auto& from = templateOf(world, formula);
    Object made{{"id", world.formulas.nextInstance},
                {"formulaId", formula},
                {"createdDate", isoTime()},
                {"userId", 21},
                {"accountId", 11}};
    made = merged(made, preparedInstance(call.object(), from, world));
    const auto id = world.formulas.nextInstance++;
    return answer(200, shown(world.formulas.instances[id] = std::move(made), world));
}

Answer changeFormulaInstance(Call& call, World& world) {
    Value& instance = formulaInstanceIn(call, world);
    Object next = *call.object().object();
    if (call.request.method == "PATCH") next = merged(*instance.object(), next);
    const auto& formula = templateOf(world, *instance.find("formulaId")->integer());
    instance = merged(*instance.object(), preparedInstance(next, formula, world));
    return answer(200, shown(instance, world));
}

bool isBoundTo(const Value& instance, const std::string& elementInstance, World& world) {
    const auto& formula = templateOf(world, *instance.find("formulaId")->integer());
    for (const auto& entry : arrayOf(formula, "configuration"))
        if (textOf(entry.find("type")) == "elementInstance" &&
            textOf(instance.find("configuration")->find(textOf(entry.find("key")))) ==
                elementInstance)
            return true;
    return false;
}

// An empty list where none is found, unlike the list of element instances.
Answer listFormulaInstances(Call& call, World& world) {
    const std::string bound = call.request.parameter("elementInstanceId");
    const std::string search = call.request.parameter("searchText");
    const bool ofOne = call.in.count("formula") > 0;
    const auto formula = ofOne ? call.number("formula", "formula ID") : 0;
    if (ofOne) templateOf(world, formula);
    std::vector<const Value*> found;
    for (const auto& [id, instance] : world.formulas.instances)
        if ((!ofOne || *instance.find("formulaId")->integer() == formula) &&
            (search.empty() || textOf(instance.find("name")).find(search) != search.npos) &&
            (bound.empty() || isBoundTo(instance, bound, world)))
            found.push_back(&instance);
    return page(call.request, found.size(), [&](std::size_t i) { return shown(*found[i], world); });
}

}  // namespace

void addFormulaInstanceRoutes(Router& router, World& world) {
    for (const std::string before : {"/formulas/{formula}/instances", "/formulas/instances"}) {
        const std::string one = before + "/{instance}";
        const auto add = [&](const char* method, const std::string& path,
                             Answer (*handler)(Call&, World&)) {
            router.add(method, path, Access::platform,
                       [&world, handler](Call& call) { return handler(call, world); });
        };
        add("GET", before, listFormulaInstances);
        add("GET", one,
            [](Call& call, World& w) { return answer(200, shown(formulaInstanceIn(call, w), w)); });
        add("PUT", one, changeFormulaInstance);
        add("PATCH", one, changeFormulaInstance);
        add("DELETE", one, [](Call& call, World& w) {
            w.formulas.removeInstance(*formulaInstanceIn(call, w).find("id")->integer());
            return Answer{};
        });
        for (const bool on : {true, false})
            router.add(on ? "PUT" : "DELETE", one + "/active", Access::platform,
                       [&world, on](Call& call) {
                           Value& instance = formulaInstanceIn(call, world);
                           instance = merged(*instance.object(), Object{{"active", on}});
                           return answer(200, shown(instance, world));
                       });
    }
    router.add("POST", "/formulas/{formula}/instances", Access::platform,
               [&world](Call& call) { return createFormulaInstance(call, world); });
}

}  // namespace cloudelements::sandbox
