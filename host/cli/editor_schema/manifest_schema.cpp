// SPDX-License-Identifier: Apache-2.0
#include "cli/editor_schema/manifest_schema.h"

#include <cctype>
#include <stdexcept>
#include <string>
#include <vector>

#include "manifest/yaml.h"

namespace tenon::cli {
namespace {

Value read(const char* yaml) {
    manifest::Faults faults;
    const auto root = manifest::readYaml(yaml, faults);
    if (!root) throw std::logic_error(faults.text("manifest schema"));
    return root->value();
}

const Value& expression() {
    static const Value reference{Object{{"$ref", "#/definitions/expression"}}};
    return reference;
}

// What stands for a document: its data, where it is, or an expression.
Value documentForms(const Value& schema) {
    Object out;
    if (const auto* description = schema.find("description")) out.set("description", *description);
    out.set("anyOf", Array{Object{{"$ref", "#/definitions/externalDocument"}}, expression()});
    return out;
}

// Without the members that a secret may be taken for.
Value requiredOf(const Value& names, const Value* members) {
    Array out;
    if (names.array())
        for (const auto& name : *names.array()) {
            const auto* member = members && name.string() ? members->find(*name.string()) : nullptr;
            if (!member || !member->find("x-secret")) out.push_back(name);
        }
    return out;
}

// A step's input as a manifest may write it: an expression may stand for every part.
Value written(const Value& schema) {
    if (!schema.object()) return schema;
    if (schema.find("x-document")) return documentForms(schema);
    Object inner, outer;
    for (const auto& [name, value] : *schema.object()) {
        if (name == "properties" && value.object()) {
            Object members;
            for (const auto& member : *value.object())
                members.set(member.name, written(member.value));
            inner.set(name, std::move(members));
        } else if (name == "required") {
            inner.set(name, requiredOf(value, schema.find("properties")));
        } else if (name == "items" || name == "additionalProperties") {
            inner.set(name, written(value));
        } else {
            (name == "description" || name == "default" ? outer : inner).set(name, value);
        }
    }
    const auto* type = inner.find("type");
    if (!type || (*type == Value("string") && !inner.find("enum"))) return schema;
    outer.set("anyOf", Array{std::move(inner), expression()});
    return outer;
}

// A regular expression for the step's name: its own, or in lower case with hyphens anywhere; then
// version and catalog, if they are there.
std::string namePattern(const world::StepDescription& step) {
    std::string alias, version;
    for (const char c : step.name)
        alias += (alias.empty() ? "" : "-*") +
                 std::string(1, static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    for (const char c : step.version) {
        if (!std::isalnum(static_cast<unsigned char>(c))) version += '\\';
        version += c;
    }
    return "^(" + step.name + "|" + alias + ")(:" + version + ")?(@default)?$";
}

Value stepTask(const world::StepDescription& step) {
    Object properties{{"call", Object{{"description", step.summary},
                                      {"anyOf", Array{Object{{"const", step.name}},
                                                      Object{{"pattern", namePattern(step)}}}}}},
                      {"with", written(step.inputs.isNull() ? Object() : step.inputs)}};
    Array required{"call"};
    const auto* inputs = step.inputs.find("required");
    if (inputs && !requiredOf(*inputs, step.inputs.find("properties")).array()->empty())
        required.push_back("with");
    return Object{{"description", step.summary},
                  {"required", std::move(required)},
                  {"properties", std::move(properties)}};
}

// A call of anything that is no step and no part of the language.
Value functionTask(const std::vector<std::string>& stepPatterns) {
    Array others{Object{{"enum", Array{"a2a", "asyncapi", "grpc", "http", "mcp", "openapi"}}},
                 Object{{"pattern", "[:@]"}}};
    for (const auto& pattern : stepPatterns) others.push_back(Object{{"pattern", pattern}});
    return Object{
        {"description", "Calls a function of use.functions."},
        {"required", Array{"call"}},
        {"properties",
         Object{{"call", Object{{"description", "Name of the function."},
                                {"type", "string"},
                                {"not", Object{{"anyOf", std::move(others)}}}}},
                {"with", Object{{"description", "Input of the function."}, {"type", "object"}}}}}};
}

// The kind's schema, with the keys that all tasks share and no others.
Value closed(const Value& kind, const Value& shared) {
    Object out{{"type", "object"}, {"additionalProperties", false}};
    for (const auto& [name, value] : *kind.object()) out.set(name, value);
    Object properties = *kind.find("properties")->object();
    for (const auto& [name, value] : *shared.object())
        if (!properties.find(name)) properties.set(name, value);
    out.set("properties", std::move(properties));
    return out;
}

}  // namespace

Value manifestSchema(const world::Steps& steps) {
    const Value language = read(kLanguageSchema), kinds = read(kTaskSchemas);
    const Value& shared = *language.find("sharedKeys");
    Array tasks;
    for (const auto& kind : *kinds.object()) tasks.push_back(closed(kind.value, shared));
    std::vector<std::string> patterns;
    for (const auto& name : steps.names()) {
        const auto& step = *steps.find(name);
        tasks.push_back(closed(stepTask(step), shared));
        patterns.push_back(namePattern(step));
    }
    tasks.push_back(closed(functionTask(patterns), shared));
    Object out;
    for (const auto& [name, value] : *language.object()) {
        if (name == "sharedKeys") continue;
        if (name == "definitions") {
            Object definitions = *value.object();
            const Value further = read(kAuthenticationSchemas);
            for (const auto& one : *further.object()) definitions.set(one.name, one.value);
            definitions.set("task", Object{{"anyOf", tasks}});
            out.set(name, std::move(definitions));
        } else {
            out.set(name, value);
        }
    }
    return out;
}

}  // namespace tenon::cli
