// SPDX-License-Identifier: Apache-2.0
#include "cli/field_table.h"

#include <algorithm>
#include <vector>

#include "cli/printable.h"
#include "tenon/json.h"

namespace tenon::cli {
namespace {

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size(), width), ' ');
    return text;
}

std::string text(const Value& value, const char* name) {
    const auto* member = value.find(name);
    return member && member->string() ? *member->string() : "";
}

std::string typeOf(const Value& schema) {
    const auto* secret = schema.find("writeOnly");
    if (secret && secret->boolean() && *secret->boolean()) return "secret";
    std::string type = text(schema, "type");
    if (const auto* items = schema.find("items")) return "array of " + typeOf(*items);
    return type.empty() ? "any" : type;
}

struct Row {
    std::string name, type, need, meaning;
};

void collect(const Value& schema, const std::string& prefix, const Words& words,
             std::vector<Row>& rows) {
    const auto* properties = schema.find("properties");
    if (!properties || !properties->object()) return;
    const auto* required = schema.find("required");
    for (const auto& [name, member] : *properties->object()) {
        const bool needed = required && required->array() &&
                            std::find(required->array()->begin(), required->array()->end(),
                                      Value(name)) != required->array()->end();
        std::string need = needed ? words.always : words.maybe;
        if (const auto* fallback = member.find("default"))
            need = "default " + json::write(*fallback);
        const auto unit = text(member, "x-unit");
        rows.push_back({prefix + name, typeOf(member), need,
                        text(member, "description") + (unit.empty() ? "" : ", in " + unit)});
        collect(member, prefix + name + ".", words, rows);
    }
}

}  // namespace

std::string fieldTable(const Value& schema, const Words& words, const char* none) {
    std::vector<Row> rows;
    collect(schema, "", words, rows);
    if (rows.empty()) return std::string("  ") + none + "\n";
    std::size_t names = 0, types = 0, needs = 0;
    for (const auto& row : rows) {
        names = std::max(names, row.name.size());
        types = std::max(types, row.type.size());
        needs = std::max(needs, row.need.size());
    }
    std::string out;
    for (const auto& row : rows) {
        std::string line = "  " + padded(row.name, names) + "  " + padded(row.type, types) + "  " +
                           padded(row.need, needs) + "  " + row.meaning;
        line.erase(line.find_last_not_of(' ') + 1);
        out += oneLine(line) + "\n";
    }
    return out;
}

}  // namespace tenon::cli
