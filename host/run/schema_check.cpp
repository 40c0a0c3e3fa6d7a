// SPDX-License-Identifier: Apache-2.0
#include "run/schema_check.h"

#include <algorithm>

#include "expr/expression.h"
#include "manifest/map_reader.h"
#include "tenon/fields.h"
#include "text/suggest.h"

namespace tenon::run {

using manifest::Faults;
using manifest::Node;

namespace {

std::string textOf(const Value* value) {
    return value && value->string() ? *value->string() : std::string();
}

bool fits(const Node& node, const std::string& type) {
    if (type == "object") return node.kind == Node::Kind::map;
    if (type == "array") return node.kind == Node::Kind::list;
    if (node.kind != Node::Kind::scalar) return false;
    const auto kind = node.scalar.kind();
    if (type == "string") return kind == Value::Kind::string;
    if (type == "boolean") return kind == Value::Kind::boolean;
    if (type == "integer") return kind == Value::Kind::integer;
    if (type == "number") return node.scalar.isNumber();
    return true;
}

class Check {
  public:
    Check(const std::string& step, Faults& faults) : step_(step), faults_(faults) {}

    void node(const Node& node, const Value& schema) {
        if (node.text() && expr::unwrapped(*node.text())) return;
        const std::string type = textOf(schema.find("type"));
        if (!type.empty() && !fits(node, type)) {
            const bool quotable =
                type == "string" && node.kind == Node::Kind::scalar && !node.scalar.isNull();
            if (const auto* wide = type == "integer" ? node.scalar.wide() : nullptr)
                return faults_.add(node,
                                   "wanted an integer of 64 bits, found " + fields::tooWide(*wide));
            return faults_.add(node, "wanted " + wanted(type) + ", found " + node.describe() +
                                         (quotable ? "; put it in quotes" : ""));
        }
        choices(node, schema);
        if (node.kind == Node::Kind::map) members(node, schema);
        if (const auto* items = schema.find("items"))
            for (const auto& item : node.items) this->node(item, *items);
    }

    void required(const Node& node, const Value& schema) {
        const auto* names = schema.find("required");
        if (!names || !names->array()) return;
        for (const auto& name : *names->array())
            if (!node.find(textOf(&name)))
                faults_.add(node, step_ + " needs the input \"" + textOf(&name) + "\"");
    }

  private:
    void choices(const Node& node, const Value& schema) {
        const auto* choices = schema.find("enum");
        if (!choices || !choices->array() || !node.text()) return;
        std::vector<std::string> texts;
        std::string all;
        for (const auto& choice : *choices->array()) {
            texts.push_back(textOf(&choice));
            all += (all.empty() ? "" : ", ") + texts.back();
        }
        if (std::find(texts.begin(), texts.end(), *node.text()) == texts.end())
            faults_.add(node, "wanted one of " + all + ", found \"" + *node.text() + "\"" +
                                  text::didYouMean(*node.text(), texts));
    }
    static std::string wanted(const std::string& type) {
        if (type == "boolean") return "true or false";
        return (std::string_view("aio").find(type.front()) == std::string_view::npos ? "a "
                                                                                     : "an ") +
               type;
    }

    void members(const Node& node, const Value& schema) {
        const auto* properties = schema.find("properties");
        const auto* others = schema.find("additionalProperties");
        for (const auto& entry : node.entries) {
            if (const auto* known = properties ? properties->find(entry.key) : nullptr) {
                this->node(entry.value, *known);
            } else if (others && others->boolean() && !*others->boolean()) {
                faults_.add(entry.place, entry.value.pointer, unknown(entry.key, properties));
            } else if (others) {
                this->node(entry.value, *others);
            }
        }
        required(node, schema);
    }

    [[nodiscard]] std::string unknown(const std::string& key, const Value* properties) const {
        std::vector<std::string> names;
        if (properties && properties->object())
            for (const auto& member : *properties->object()) names.push_back(member.name);
        return "\"" + key + "\" is no input of " + step_ + text::didYouMean(key, names);
    }

    const std::string& step_;
    Faults& faults_;
};

}  // namespace

void checkInputs(const Node& with, const Value& schema, const std::string& step, Faults& faults) {
    if (schema.object()) Check(step, faults).node(with, schema);
}

void checkNoInputs(const Node& call, const Value& schema, const std::string& step, Faults& faults) {
    Node none;
    none.kind = Node::Kind::map;
    none.place = call.place;
    none.pointer = call.pointer;
    if (schema.object()) Check(step, faults).required(none, schema);
}

}  // namespace tenon::run
