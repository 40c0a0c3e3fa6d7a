// SPDX-License-Identifier: Apache-2.0
#include "cli/field_table.h"

#include <algorithm>
#include <vector>

#include "cli/printable.h"
#include "cli/schema_parts.h"
#include "tenon/json.h"

namespace tenon::cli {
namespace {

// How deep members are listed that are inside others.
constexpr int kDeepestMember = 4;

class Rows {
  public:
    Rows(const Value& root, const Words& words) : root_(root), words_(words) {}

    void members(const Value& schema, const std::string& prefix, int depth) {
        const auto known = membersOf(schema, root_);
        const auto parts = partsOf(schema, root_);
        open_.insert(open_.end(), parts.begin(), parts.end());
        for (const auto& [name, member] : known) {
            const auto* fallback = saidBy(*member, root_, "default");
            const auto secret = text(*member, "x-secret");
            add(prefix + name, *member,
                !secret.empty() ? "secret " + secret
                : fallback      ? "default " + json::write(*fallback)
                                : need(isRequired(schema, root_, name)));
            inside(*member, prefix + name, depth);
        }
        open_.resize(open_.size() - parts.size());
        for (const auto* part : parts) {
            const auto* names = part->find("required");
            if (!names || !names->array()) continue;
            for (const auto& name : *names->array())
                if (name.string() && !schemaOf(known, *name.string()))
                    all_.push_back({prefix + *name.string(), "any", words_.always, ""});
        }
    }
    void add(const std::string& name, const Value& schema, const std::string& need) {
        const auto unit = text(schema, "x-unit"), meaning = text(schema, "description");
        std::string choices;
        const auto* values = saidBy(schema, root_, "enum");
        const auto* items = saidBy(schema, root_, "items");
        if (!values && items && items->object()) values = saidBy(*items, root_, "enum");
        if (values && values->array())
            for (const auto& one : *values->array())
                choices += (choices.empty() ? "one of " : ", ") + json::write(one);
        all_.push_back({name, typeOf(schema, root_), need,
                        meaning + (unit.empty() ? "" : ", in " + unit) +
                            (meaning.empty() || choices.empty() ? "" : "; ") + choices});
    }
    [[nodiscard]] const std::vector<FieldRow>& all() const { return all_; }

  private:
    // What is in it, in its items and in the members that it does not name.
    void inside(const Value& schema, const std::string& name, int depth) {
        if (depth >= kDeepestMember || isOpen(schema)) return;
        members(schema, name + ".", depth + 1);
        if (const auto* items = saidBy(schema, root_, "items"); items && items->object())
            inside(*items, name + "[]", depth + 1);
        const auto* others = saidBy(schema, root_, "additionalProperties");
        if (others && others->object()) inside(*others, name + ".*", depth + 1);
    }

    using Members = std::vector<std::pair<std::string, const Value*>>;
    static bool schemaOf(const Members& known, const std::string& name) {
        return std::any_of(known.begin(), known.end(),
                           [&](const auto& member) { return member.first == name; });
    }
    // Is it part of itself, by a `$ref`?
    [[nodiscard]] bool isOpen(const Value& schema) const {
        const auto parts = partsOf(schema, root_);
        return std::any_of(parts.begin(), parts.end(), [&](const Value* part) {
            return std::find(open_.begin(), open_.end(), part) != open_.end();
        });
    }
    [[nodiscard]] std::string need(bool always) const {
        return always ? words_.always : words_.maybe;
    }
    [[nodiscard]] std::string text(const Value& schema, const char* keyword) const {
        const auto* said = saidBy(schema, root_, keyword);
        return said && said->string() ? *said->string() : "";
    }

    const Value& root_;
    const Words& words_;
    std::vector<FieldRow> all_;
    std::vector<const Value*> open_;
};

}  // namespace

std::vector<FieldRow> fieldRows(const Value& schema, const Words& words) {
    Rows gathered(schema, words);
    gathered.members(schema, "", 0);
    const auto type = typeOf(schema, schema);
    if (gathered.all().empty() && type != "any" && type != "object")
        gathered.add("(the whole)", schema, words.always);
    return gathered.all();
}

std::string fieldTable(const Value& schema, const Words& words, const char* none) {
    const auto rows = fieldRows(schema, words);
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
