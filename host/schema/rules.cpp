// SPDX-License-Identifier: Apache-2.0
#include "schema/rules.h"

#include <algorithm>
#include <charconv>

#include "manifest/pointer.h"

namespace tenon::schema {
namespace {

std::vector<std::string> textsOf(const Value& names) {
    std::vector<std::string> out;
    for (const auto& name : *names.array()) out.push_back(*name.string());
    return out;
}

}  // namespace

Rules::Rules(Value schema) : schema_(std::move(schema)), root_(make(schema_)) {
    for (; !open_.empty(); open_.pop_front()) {
        const auto [rule, target] = open_.front();
        rule->reference = make(*target);
    }
}

const Rule* Rules::make(const Value& schema) {
    if (const auto known = made_.find(&schema); known != made_.end()) return known->second;
    Rule& rule = rules_.emplace_back();
    made_[&schema] = &rule;
    if (const auto* reference = schema.find("$ref")) {
        open_.emplace_back(&rule, &target(*reference->string()));
        return &rule;
    }
    for (const auto& own : keywords())
        if (const auto* wanted = schema.find(ownName(own.name)))
            rule.checks.push_back(own.make(*wanted));
    for (const auto& member : *schema.object()) keyword(member.name, member.value, rule);
    // Beside one schema for all items it says nothing.
    const auto *items = schema.find("items"), *others = schema.find("additionalItems");
    if (items && items->array() && others) rule.otherItems = make(*others);
    return &rule;
}

std::vector<const Rule*> Rules::list(const Value& schemas) {
    std::vector<const Rule*> out;
    for (const auto& one : *schemas.array()) out.push_back(make(one));
    return out;
}

void Rules::keyword(const std::string& name, const Value& value, Rule& rule) {
    if (name == "required") rule.required = textsOf(value);
    if (name == "properties")
        for (const auto& one : *value.object()) rule.properties[one.name] = make(one.value);
    if (name == "patternProperties")
        for (const auto& one : *value.object())
            rule.patterns.emplace_back(std::get<Pattern>(Pattern::read(one.name)), make(one.value));
    if (name == "additionalProperties") rule.otherMembers = make(value);
    if (name == "propertyNames") rule.names = make(value);
    if (name == "dependencies") {
        for (const auto& one : *value.object()) {
            if (one.value.array())
                rule.needs[one.name] = textsOf(one.value);
            else
                rule.dependent[one.name] = make(one.value);
        }
    }
    if (name == "items" && value.array()) rule.items = list(value);
    if (name == "items" && !value.array()) rule.otherItems = make(value);
    if (name == "contains") rule.contains = make(value);
    if (name == "allOf") rule.all = list(value);
    if (name == "anyOf") rule.any = list(value);
    if (name == "oneOf") rule.one = list(value);
    if (name == "not") rule.no = make(value);
    if (name == "if") rule.when = make(value);
    if (name == "then") rule.then = make(value);
    if (name == "else") rule.otherwise = make(value);
}

const Value& Rules::target(std::string_view reference) const {
    const Value* at = &schema_;
    std::string_view rest = reference.substr(1);
    while (at && !rest.empty()) {
        rest.remove_prefix(1);
        const auto end = std::min(rest.find('/'), rest.size());
        const std::string part = manifest::unescaped(rest.substr(0, end));
        if (const auto* array = at->array()) {
            std::size_t index = 0;
            std::from_chars(part.data(), part.data() + part.size(), index);
            at = index < array->size() ? &(*array)[index] : nullptr;
        } else {
            at = at->find(part);
        }
        rest.remove_prefix(end);
    }
    if (!at || !at->object())
        throw StepError(makeError(ErrorKind::configuration, "schema",
                                  "there is no \"" + std::string(reference) + "\" in it"));
    return *at;
}

}  // namespace tenon::schema
