// SPDX-License-Identifier: Apache-2.0
#include "cli/schema_parts.h"

#include <algorithm>
#include <charconv>

#include "manifest/pointer.h"

namespace tenon::cli {
namespace {

constexpr int kDeepestType = 3;

// Calls `go(part)` for each part of the pointer, until it gives nullptr.
template <class Go>
const Value* follow(const Value* at, std::string_view pointer, const Go& go) {
    while (at && !pointer.empty()) {
        pointer.remove_prefix(1);
        const auto end = std::min(pointer.find('/'), pointer.size());
        at = go(*at, manifest::unescaped(pointer.substr(0, end)));
        pointer.remove_prefix(end);
    }
    return at;
}

const Value* child(const Value& value, const std::string& name) {
    if (!value.array()) return value.find(name);
    std::size_t index = 0;
    const auto* end = name.data() + name.size();
    const auto [last, problem] = std::from_chars(name.data(), end, index);
    const bool found = problem == std::errc() && last == end && index < value.array()->size();
    return found ? &(*value.array())[index] : nullptr;
}

void gather(const Value& schema, const Value& root, std::vector<const Value*>& parts) {
    if (std::find(parts.begin(), parts.end(), &schema) != parts.end()) return;
    parts.push_back(&schema);
    const auto* reference = schema.find("$ref");
    if (reference && reference->string() && reference->string()->starts_with('#'))
        if (const auto* found =
                follow(&root, std::string_view(*reference->string()).substr(1), child))
            gather(*found, root, parts);
    const auto* all = schema.find("allOf");
    if (!all || !all->array()) return;
    for (const auto& one : *all->array()) gather(one, root, parts);
}

void add(std::vector<std::string>& names, const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

std::vector<std::string> typesOf(const Value& schema, const Value& root, int depth) {
    if (depth > kDeepestType) return {"any"};
    std::vector<std::string> out;
    const auto* type = saidBy(schema, root, "type");
    if (type && type->string()) out.push_back(*type->string());
    if (type && type->array())
        for (const auto& one : *type->array())
            if (one.string()) out.push_back(*one.string());
    for (const char* key : {"anyOf", "oneOf"}) {
        const auto* choices = out.empty() ? saidBy(schema, root, key) : nullptr;
        if (!choices || !choices->array()) continue;
        for (const auto& one : *choices->array())
            for (const auto& name : typesOf(one, root, depth + 1)) add(out, name);
    }
    const auto* items = saidBy(schema, root, "items");
    if (items && out.empty()) out.emplace_back("array");
    for (auto& name : out) {
        if (name != "array" || !items || !items->object()) continue;
        const auto inner = typesOf(*items, root, depth + 1);
        name += inner.size() == 1 ? " of " + inner.front() : " of any";
    }
    if (out.empty()) out.emplace_back("any");
    return out;
}

}  // namespace

std::vector<const Value*> partsOf(const Value& schema, const Value& root) {
    std::vector<const Value*> parts;
    gather(schema, root, parts);
    return parts;
}

std::vector<std::pair<std::string, const Value*>> membersOf(const Value& schema,
                                                            const Value& root) {
    std::vector<std::pair<std::string, const Value*>> out;
    for (const auto* part : partsOf(schema, root)) {
        const auto* properties = part->find("properties");
        if (!properties || !properties->object()) continue;
        for (const auto& member : *properties->object())
            if (std::none_of(out.begin(), out.end(),
                             [&](const auto& known) { return known.first == member.name; }))
                out.emplace_back(member.name, &member.value);
    }
    return out;
}

bool isRequired(const Value& schema, const Value& root, const std::string& member) {
    for (const auto* part : partsOf(schema, root)) {
        const auto* names = part->find("required");
        if (names && names->array() &&
            std::find(names->array()->begin(), names->array()->end(), Value(member)) !=
                names->array()->end())
            return true;
    }
    return false;
}

std::string typeOf(const Value& schema, const Value& root) {
    const auto* secret = saidBy(schema, root, "writeOnly");
    if (secret && *secret == Value(true)) return "secret";
    if (saidBy(schema, root, "x-document")) return "document";
    std::string out;
    for (const auto& name : typesOf(schema, root, 0)) out += (out.empty() ? "" : " or ") + name;
    return out;
}

const Value* saidBy(const Value& schema, const Value& root, std::string_view keyword) {
    for (const auto* part : partsOf(schema, root))
        if (const auto* found = part->find(keyword)) return found;
    return nullptr;
}

const Value* schemaAt(const Value& root, std::string_view pointer) {
    return follow(&root, pointer, [&](const Value& schema, const std::string& name) {
        for (const auto& [known, member] : membersOf(schema, root))
            if (known == name) return member;
        const auto* items = saidBy(schema, root, "items");
        const bool index = name.find_first_not_of("0123456789") == std::string::npos;
        return items && items->object() && index ? items : nullptr;
    });
}

std::string lastOf(std::string_view pointer) {
    return manifest::unescaped(pointer.substr(pointer.rfind('/') + 1));
}

}  // namespace tenon::cli
