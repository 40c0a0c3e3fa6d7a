// SPDX-License-Identifier: Apache-2.0
#include "docs/swagger.h"

#include "platform/body.h"
#include "platform/instances.h"
#include "platform/mapping.h"
#include "platform/resources.h"

namespace cloudelements::sandbox {

using tenon::Array;
using tenon::Object;
using tenon::Value;

namespace {

Value parameter(const char* name, const char* in, const char* type, bool required,
                const char* description) {
    return Object{{"name", name},
                  {"in", in},
                  {"type", type},
                  {"required", required},
                  {"description", description}};
}

Value reference(const std::string& definition) {
    return Object{{"$ref", "#/definitions/" + definition}};
}

enum Has { hasNothing = 0, hasKey = 1, hasQuery = 2, hasBody = 4 };

Array parametersOf(int has, const std::string& definition) {
    Array out{parameter("Authorization", "header", "string", true,
                        "User USER-SECRET, Element INSTANCE-TOKEN")};
    if (has & hasKey) out.push_back(parameter("id", "path", "string", true, "The record's ID"));
    if (has & hasQuery) {
        out.push_back(parameter("where", "query", "string", false, "A CEQL condition"));
        out.push_back(parameter("orderBy", "query", "string", false, "FIELD asc or FIELD desc"));
        out.push_back(
            parameter("fields", "query", "string", false, "Names of fields, with commas"));
        out.push_back(parameter("pageSize", "query", "integer", false, "1 to 200"));
        out.push_back(parameter("nextPage", "query", "string", false,
                                "The Elements-Next-Page-Token of the page before"));
        out.push_back(parameter("page", "query", "integer", false, "Counted from 1"));
    }
    if (has & hasBody)
        out.push_back(Object{{"name", "body"},
                             {"in", "body"},
                             {"required", true},
                             {"schema", reference(definition)}});
    return out;
}

// The statuses that the platform names for each operation.
Object responsesOf(const Value& schema) {
    Object good{{"description", "OK"}};
    if (!schema.isNull()) good.set("schema", schema);
    Object out{{"200", std::move(good)}};
    constexpr std::pair<const char*, const char*> bad[] = {
        {"400", "Bad request"},       {"401", "Unauthorized"},  {"403", "Forbidden"},
        {"404", "Not found"},         {"405", "Not allowed"},   {"406", "Not acceptable"},
        {"409", "Conflict"},          {"415", "Not supported"}, {"500", "Server error"},
        {"502", "Provider's failure"}};
    for (const auto& [status, text] : bad)
        out.set(status, Object{{"description", text}, {"schema", reference("Error")}});
    return out;
}

Value operation(const std::string& id, const std::string& summary, const std::string& tag, int has,
                const std::string& definition, const Value& schema) {
    return Object{{"operationId", id},
                  {"summary", summary},
                  {"tags", Array{tag}},
                  {"consumes", Array{"application/json"}},
                  {"produces", Array{"application/json"}},
                  {"parameters", parametersOf(has, definition)},
                  {"responses", responsesOf(schema)}};
}

// getAccounts, createAccount, getAccountById, updateAccountById, replaceAccountById, …
void addPaths(Object& paths, const std::string& name, const std::string& one, bool readOnly) {
    const auto upper = [](std::string text) {
        if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
            text[0] = static_cast<char>(text[0] - 32);
        return text;
    };
    const std::string many = upper(name), single = upper(one);
    const Value whole = reference(name);
    Object all{{"get", operation("get" + many, "Search for " + name, name, hasQuery, name,
                                 Object{{"type", "array"}, {"items", whole}})}};
    Object each{{"get", operation("get" + single + "ById", "Retrieve one of " + name, name, hasKey,
                                  name, whole)}};
    if (!readOnly) {
        all.set("post",
                operation("create" + single, "Create one of " + name, name, hasBody, name, whole));
        each.set("put", operation("replace" + single + "ById", "Replace one of " + name, name,
                                  hasKey | hasBody, name, whole));
        each.set("patch", operation("update" + single + "ById", "Update one of " + name, name,
                                    hasKey | hasBody, name, whole));
        each.set("delete", operation("delete" + single + "ById", "Delete one of " + name, name,
                                     hasKey, name, {}));
    }
    paths.set("/" + name, std::move(all));
    paths.set("/" + name + "/{id}", std::move(each));
}

Value object(const Object& properties) {
    return Object{{"type", "object"}, {"properties", properties}};
}

Value definitionOf(const ObjectType& type) {
    const Value text = Object{{"type", "string"}};
    Object properties{{type.idField, text}};
    for (const auto& field : type.fields) properties.set(field, text);
    properties.set(type.createdField, text);
    properties.set(type.updatedField, text);
    return object(properties);
}

// Types that Swagger does not know are texts there, and an id's may be any.
Value definitionOf(const Value& transformation) {
    Object properties;
    for (const auto& field : arrayOf(transformation, "fields")) {
        const auto path = pathOf(textOf(field.find("path")));
        const std::string type = textOf(field.find("type"));
        if (path && path->size() == 1)
            properties.set(
                path->front().name,
                Object{{"type", type == "number" || type == "boolean" ? type : "string"}});
    }
    return object(properties);
}

}  // namespace

Value swaggerOf(const Instance& instance, const Resources& resources) {
    const ElementType& element = *instance.element;
    Object paths, definitions;
    Array tags;
    const auto add = [&](const std::string& name, const std::string& one, bool readOnly,
                         const Value& definition) {
        addPaths(paths, name, one, readOnly);
        definitions.set(name, definition);
        tags.push_back(Object{{"name", name}});
    };
    for (const auto& type : element.objects)
        add(type.name, type.one, type.readOnly, definitionOf(type));
    for (const auto& name : resources.namesFor(instance)) {
        const auto& transformation = *resources.transformation(instance, name);
        const auto* type = element.object(textOf(transformation.find("vendorName")));
        // What is called like the element's own keeps its operations' names.
        const std::string one = element.object(name) ? element.object(name)->one : name;
        add(name, one, type && type->readOnly, definitionOf(transformation));
    }
    const Value text = Object{{"type", "string"}};
    definitions.set("Pong", object({{"dateTime", text}, {"endpoint", text}}));
    definitions.set("Error",
                    object({{"requestId", text}, {"message", text}, {"providerMessage", text}}));
    paths.set("/ping", Object{{"get", operation("getPing", "Ping the element", "ping", hasNothing,
                                                "", reference("Pong"))}});
    paths.set("/objects",
              Object{{"get", operation("getObjects", "Names of the objects", "objects", hasNothing,
                                       "", Object{{"type", "array"}, {"items", text}})}});
    return Object{{"swagger", "2.0"},
                  {"info", Object{{"title", element.name},
                                  {"version", "api-v2"},
                                  {"x-element-key", element.key},
                                  {"x-element-hub", element.hub},
                                  {"x-element-id", element.id},
                                  {"x-element-name", element.name}}},
                  {"basePath", "/elements/api-v2"},
                  {"schemes", Array{"https"}},
                  {"tags", std::move(tags)},
                  {"paths", std::move(paths)},
                  {"definitions", std::move(definitions)}};
}

Value operationOf(const Value& swagger, const std::string& operationId) {
    for (const auto& [path, methods] : *swagger.find("paths")->object())
        for (const auto& [method, operation] : *methods.object())
            if (textOf(operation.find("operationId")) == operationId)
                return Object{{path, Object{{method, operation}}}};
    return {};
}

}  // namespace cloudelements::sandbox
