// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/requests/swagger.h"

#include <Poco/String.h>

#include <algorithm>
#include <array>

#include "cloudelements/platform/members.h"
#include "tenon/http.h"
#include "tenon/json.h"

namespace cloudelements::swagger {
namespace {

using tenon::Problem;
using tenon::Value;

constexpr int kDeepest = 16;
constexpr std::array<std::string_view, 7> kMethods{"get",   "put",     "post", "delete",
                                                   "patch", "options", "head"};

bool isTrue(const Value& value, std::string_view name) {
    const auto* found = value.find(name);
    return found && *found == Value(true);
}

// "#/definitions/Account": nothing where it leads nowhere.
const Value* resolved(const Value& docs, const Value& value, int hops = 0) {
    const auto reference = textOf(value, "$ref");
    if (reference.empty()) return &value;
    if (!reference.starts_with("#/") || hops == kDeepest) return nullptr;
    const Value* at = &docs;
    for (std::size_t begin = 2; at && begin <= reference.size();) {
        const auto end = std::min(reference.find('/', begin), reference.size());
        const auto part = Poco::replace(reference.substr(begin, end - begin), "~1", "/");
        at = at->find(Poco::replace(part, "~0", "~"));
        begin = end + 1;
    }
    return at ? resolved(docs, *at, hops + 1) : nullptr;
}

void add(const Value& docs, const Value* list, std::vector<Parameter>& out) {
    if (!list || !list->array()) return;
    for (const auto& item : *list->array()) {
        const auto* definition = resolved(docs, item);
        if (!definition) continue;
        Parameter one{textOf(*definition, "name"), textOf(*definition, "in"), false, *definition};
        one.required = one.in == "path" || isTrue(*definition, "required");
        if (one.in == "header" && tenon::sameHeader(one.name, "Authorization")) continue;
        // The operation's own stand in the place of its path's.
        std::erase_if(
            out, [&](const auto& known) { return known.name == one.name && known.in == one.in; });
        out.push_back(std::move(one));
    }
}

bool isOf(const std::string& type, const Value& value) {
    if (type == "string") return value.revealText();
    if (type == "integer") return value.integer() || value.wide();
    if (type == "number") return value.isNumber();
    if (type == "boolean") return value.boolean();
    if (type == "array") return value.array();
    if (type == "object") return value.object();
    return true;
}

std::string article(const std::string& type) {
    return (type == "integer" || type == "array" || type == "object" ? "an " : "a ") + type;
}

void checkChoice(const Value& schema, const Value& value, const std::string& at,
                 std::vector<Problem>& problems) {
    const auto* choices = schema.find("enum");
    if (!choices || !choices->array()) return;
    std::string all;
    for (const auto& one : *choices->array()) {
        if (one == value ||
            (one.string() && value.revealText() && *one.string() == *value.revealText()))
            return;
        all += (all.empty() ? "" : ", ") + tenon::json::write(one);
    }
    problems.push_back({at, "is " + tenon::json::write(value) + "; wanted one of " + all});
}

}  // namespace

std::vector<Operation> operationsOf(const Value& docs) {
    std::vector<Operation> out;
    const auto* paths = docs.find("paths");
    if (!paths || !paths->object()) return out;
    for (const auto& [path, entry] : *paths->object()) {
        const auto* item = resolved(docs, entry);
        if (!item) continue;
        for (const auto method : kMethods) {
            const auto* definition = item->find(method);
            if (!definition) continue;
            Operation one{textOf(*definition, "operationId"),
                          std::string(method),
                          path,
                          textOf(*definition, "summary"),
                          {}};
            if (one.name.empty()) continue;
            for (auto& c : one.method) c = static_cast<char>(c - 32);
            add(docs, item->find("parameters"), one.parameters);
            add(docs, definition->find("parameters"), one.parameters);
            out.push_back(std::move(one));
        }
    }
    return out;
}

std::string namesOf(const std::vector<Operation>& operations) {
    constexpr std::size_t most = 40;
    std::string out;
    for (std::size_t i = 0; i < operations.size() && i < most; ++i)
        out += (out.empty() ? "" : ", ") + operations[i].name;
    if (operations.size() > most)
        out += " and " + std::to_string(operations.size() - most) + " more";
    return out.empty() ? "none" : out;
}

void checkValue(const Value& docs, const Value& definition, const Value& value,
                const std::string& at, std::vector<Problem>& problems, int depth) {
    const auto* schema = resolved(docs, definition);
    if (!schema || depth > kDeepest) return;
    if (value.isNull() && isTrue(*schema, "x-nullable")) return;
    const auto type = textOf(*schema, "type");
    const auto* members = schema->find("properties");
    if (!isOf(type.empty() && members ? "object" : type, value)) {
        problems.push_back({at, "is " + std::string(describe(value.kind())) + "; wanted " +
                                    article(type.empty() ? "object" : type)});
        return;
    }
    checkChoice(*schema, value, at, problems);
    if (const auto* all = schema->find("allOf"); all && all->array())
        for (const auto& one : *all->array()) checkValue(docs, one, value, at, problems, depth + 1);
    const auto* items = schema->find("items");
    if (items && value.array())
        for (std::size_t i = 0; i < value.array()->size(); ++i)
            checkValue(docs, *items, (*value.array())[i], at + "/" + std::to_string(i), problems,
                       depth + 1);
    const auto* object = value.object();
    if (!object) return;
    // Names of fields are the same whatever their case.
    const auto given = [&](const std::string& name) {
        return std::find_if(object->begin(), object->end(),
                            [&](const auto& one) { return tenon::sameHeader(one.name, name); });
    };
    if (const auto* names = schema->find("required"); names && names->array())
        for (const auto& name : *names->array())
            if (name.string() && given(*name.string()) == object->end())
                problems.push_back({at + tenon::fields::pointerPart(*name.string()),
                                    "is missing, and the docs say that it must be there"});
    if (!members || !members->object()) return;
    for (const auto& [name, inner] : *members->object()) {
        const auto found = given(name);
        if (found != object->end() && !found->value.isNull())
            checkValue(docs, inner, found->value, at + tenon::fields::pointerPart(found->name),
                       problems, depth + 1);
    }
}

}  // namespace cloudelements::swagger
