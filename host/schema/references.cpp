// SPDX-License-Identifier: Apache-2.0
#include "schema/references.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>
#include <vector>

#include "manifest/map_reader.h"
#include "manifest/pointer.h"
#include "schema/forms.h"

namespace tenon::schema {

using manifest::Faults;
using manifest::Node;

namespace {

const Node* child(const Node& node, const std::string& name) {
    if (node.kind == Node::Kind::map) return node.find(name);
    std::size_t index = 0;
    const auto [end, problem] = std::from_chars(name.data(), name.data() + name.size(), index);
    if (problem != std::errc() || end != name.data() + name.size()) return nullptr;
    return index < node.items.size() ? &node.items[index] : nullptr;
}

// "#/definitions/thing"; nullptr if nothing is there.
const Node* target(const std::string& reference, const Node& root) {
    if (reference != "#" && !reference.starts_with("#/")) return nullptr;
    const Node* at = &root;
    std::string_view rest = std::string_view(reference).substr(1);
    while (at && !rest.empty()) {
        rest.remove_prefix(1);
        const auto end = std::min(rest.find('/'), rest.size());
        at = child(*at, manifest::unescaped(rest.substr(0, end)));
        rest.remove_prefix(end);
    }
    return at;
}

class Loops {
    static constexpr std::size_t kMost = 200;

  public:
    Loops(const Node& root, Faults& faults) : root_(root), faults_(faults) {}

    void follow(const Node& node) {
        if (done_.contains(&node)) return;
        if (std::find(open_.begin(), open_.end(), &node) != open_.end())
            return faults_.add(node, "this schema leads to itself without end");
        if (open_.size() == kMost)
            return faults_.add(node, "more than 200 schemas lead from one to the next until here");
        open_.push_back(&node);
        for (const auto* next : beside(node))
            if (next && next->kind == Node::Kind::map) follow(*next);
        open_.pop_back();
        done_.insert(&node);
    }

  private:
    // The schemas that see the same value as this one.
    [[nodiscard]] std::vector<const Node*> beside(const Node& node) const {
        std::vector<const Node*> out;
        if (const auto* reference = node.find("$ref"); reference && reference->text())
            return {target(*reference->text(), root_)};
        for (const auto* key : {"not", "if", "then", "else"})
            if (const auto* one = node.find(key)) out.push_back(one);
        for (const auto* key : {"allOf", "anyOf", "oneOf"})
            if (const auto* list = node.find(key))
                for (const auto& one : list->items) out.push_back(&one);
        if (const auto* dependencies = node.find("dependencies"))
            for (const auto& entry : dependencies->entries) out.push_back(&entry.value);
        return out;
    }

    const Node& root_;
    Faults& faults_;
    std::vector<const Node*> open_;
    std::unordered_set<const Node*> done_;
};

void checkReference(const Node& schema, const std::unordered_set<const Node*>& schemas,
                    const Node& root, Faults& faults) {
    const Node* reference = schema.find("$ref");
    if (!reference) return;
    if (!reference->text())
        return manifest::wrongKind(*reference, "a reference (a string)", faults);
    const std::string& text = *reference->text();
    if (text != "#" && !text.starts_with("#/"))
        return faults.add(*reference,
                          "wanted a reference inside this schema, such as "
                          "#/definitions/NAME, found \"" +
                              text + "\"");
    const Node* found = target(text, root);
    if (!found || text.find('%') != std::string::npos || text.ends_with('/') ||
        text.find("//") != std::string::npos)
        return faults.add(*reference, "there is no \"" + text + "\" in this schema");
    if (!schemas.contains(found)) return faults.add(*reference, "\"" + text + "\" is no schema");
    for (const auto& entry : schema.entries) {
        const auto* form = formOf(entry.key);
        if (!form || form->form == Form::reference || form->form == Form::forReaders ||
            entry.key == "definitions" || entry.key == "$defs")
            continue;
        faults.add(entry.place, entry.value.pointer,
                   "\"" + entry.key +
                       "\" counts for nothing beside \"$ref\"; put the two into an \"allOf\"");
    }
}

}  // namespace

void checkReferences(const std::vector<const Node*>& schemas, const Node& root, Faults& faults) {
    const std::unordered_set<const Node*> known(schemas.begin(), schemas.end());
    for (const auto* schema : schemas) checkReference(*schema, known, root, faults);
}

void checkLoops(const std::vector<const Node*>& schemas, const Node& root, Faults& faults) {
    Loops loops(root, faults);
    for (const auto* schema : schemas) loops.follow(*schema);
}

}  // namespace tenon::schema
