// SPDX-License-Identifier: Apache-2.0
#include "schema/forms.h"

#include <algorithm>
#include <array>

#include "manifest/map_reader.h"
#include "schema/pattern.h"
#include "values/number.h"

namespace tenon::schema {

using manifest::Faults;
using manifest::Node;

namespace {

constexpr KeywordForm forms[] = {
    {"additionalItems", Form::schema},
    {"additionalProperties", Form::schema},
    {"allOf", Form::schemas},
    {"anyOf", Form::schemas},
    {"const", Form::value, true},
    {"contains", Form::schema, true},
    {"definitions", Form::namedSchemas},
    {"$defs", Form::namedSchemas},
    {"dependencies", Form::dependencies},
    {"else", Form::schema, true},
    {"enum", Form::value},
    {"exclusiveMaximum", Form::value},
    {"exclusiveMinimum", Form::value},
    {"format", Form::value},
    {"if", Form::schema, true},
    {"items", Form::items},
    {"maxItems", Form::value},
    {"maxLength", Form::value},
    {"maxProperties", Form::value},
    {"maximum", Form::value},
    {"minItems", Form::value},
    {"minLength", Form::value},
    {"minProperties", Form::value},
    {"minimum", Form::value},
    {"multipleOf", Form::value},
    {"not", Form::schema},
    {"oneOf", Form::schemas},
    {"pattern", Form::value},
    {"patternProperties", Form::namedSchemas},
    {"properties", Form::namedSchemas},
    {"propertyNames", Form::schema, true},
    {"$ref", Form::reference},
    {"required", Form::names},
    {"then", Form::schema, true},
    {"type", Form::value},
    {"uniqueItems", Form::value},
    {"$comment", Form::forReaders},
    {"$schema", Form::forReaders},
    {"contentEncoding", Form::forReaders},
    {"contentMediaType", Form::forReaders},
    {"default", Form::forReaders},
    {"deprecated", Form::forReaders},
    {"description", Form::forReaders},
    {"examples", Form::forReaders},
    {"readOnly", Form::forReaders},
    {"title", Form::forReaders},
    {"writeOnly", Form::forReaders},
};

constexpr std::array<std::string_view, 14> newer{
    "$anchor",     "$dynamicAnchor", "$dynamicRef",       "$recursiveAnchor",     "$recursiveRef",
    "$vocabulary", "contentSchema",  "dependentRequired", "dependentSchemas",     "maxContains",
    "minContains", "prefixItems",    "unevaluatedItems",  "unevaluatedProperties"};

constexpr std::array<std::string_view, 7> types{"array",  "boolean", "integer", "null",
                                                "number", "object",  "string"};

void checkType(const Node& node, Faults& faults) {
    if (node.kind == Node::Kind::list && !node.items.empty()) {
        for (const auto& item : node.items) checkType(item, faults);
    } else if (!node.text()) {
        manifest::wrongKind(node,
                            node.isNull() ? "\"null\" in quotes, or another type"
                                          : "the name of a type, or an array of them",
                            faults);
    } else if (std::find(types.begin(), types.end(), *node.text()) == types.end()) {
        std::string all;
        for (const auto type : types) all += (all.empty() ? "" : ", ") + std::string(type);
        faults.add(node, "wanted one of " + all + ", found \"" + *node.text() + "\"");
    }
}

void checkPattern(const Node& node, Faults& faults) {
    if (!node.text()) return manifest::wrongKind(node, "a regular expression (a string)", faults);
    const auto read = Pattern::read(*node.text());
    if (const auto* problem = std::get_if<std::string>(&read))
        faults.add(node, "this is no regular expression: " + *problem);
}

void checkNames(const Node& node, Faults& faults) {
    if (node.kind != Node::Kind::list)
        return manifest::wrongKind(node, "an array of names", faults);
    for (const auto& item : node.items)
        if (!item.text()) manifest::wrongKind(item, "the name of a member", faults);
}

}  // namespace

const KeywordForm* formOf(std::string_view keyword) {
    for (const auto& form : forms)
        if (form.name == keyword) return &form;
    return nullptr;
}

std::vector<std::string> keywordNames() {
    std::vector<std::string> out;
    for (const auto& form : forms) out.emplace_back(form.name);
    return out;
}

bool isNewer(std::string_view keyword) {
    return std::find(newer.begin(), newer.end(), keyword) != newer.end();
}

void checkForm(std::string_view keyword, const Node& node, Faults& faults) {
    const Value value = node.kind == Node::Kind::scalar ? node.scalar : Value();
    if (keyword == "required") return checkNames(node, faults);
    if (keyword == "type") return checkType(node, faults);
    if (keyword == "pattern") return checkPattern(node, faults);
    if (keyword == "const") return;
    if (keyword == "enum") {
        if (node.kind != Node::Kind::list) manifest::wrongKind(node, "an array of values", faults);
        if (node.kind == Node::Kind::list && node.items.empty())
            faults.add(node, "wanted at least one value, found none");
    } else if (keyword == "format") {
        if (!node.text()) manifest::wrongKind(node, "the name of a format", faults);
    } else if (keyword == "uniqueItems") {
        if (!value.boolean()) manifest::wrongKind(node, "true or false", faults);
    } else if (keyword == "multipleOf") {
        if (!value.isNumber() || expr::compareNumbers(value, 0) <= 0)
            faults.add(node, "wanted a number greater than 0");
    } else if (keyword.ends_with("imum")) {
        if (!value.isNumber()) manifest::wrongKind(node, "a number", faults);
    } else if (value.wide()) {
        faults.add(node, "wanted a whole number of 64 bits, 0 or greater");
    } else if (!value.integer() || *value.integer() < 0) {
        faults.add(node, "wanted a whole number, 0 or greater");
    }
}

}  // namespace tenon::schema
