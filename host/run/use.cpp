// SPDX-License-Identifier: Apache-2.0
#include "run/use.h"

#include "manifest/map_reader.h"
#include "text/suggest.h"

namespace tenon::run {

using manifest::MapReader;
using manifest::Node;

namespace {

std::vector<std::string> readNames(const Node& list, manifest::Faults& faults) {
    std::vector<std::string> out;
    if (list.kind != Node::Kind::list) manifest::wrongKind(list, "an array of names", faults);
    for (const auto& item : list.items) {
        if (!item.text()) {
            manifest::wrongKind(item, "the name of a secret", faults);
        } else if (item.text()->empty()) {
            faults.add(item, "wanted the name of a secret, found an empty string");
        } else {
            out.push_back(*item.text());
        }
    }
    return out;
}

}  // namespace

Use::Use(const Node* node, manifest::Faults& faults) : node_(node) {
    if (!node) return;
    MapReader reader(*node, "\"use\"", faults);
    if (const auto* secrets = reader.optional("secrets")) secrets_ = readNames(*secrets, faults);
    for (const auto* kind : {"authentications", "errors", "functions", "retries", "timeouts"})
        if (const auto* part = reader.optional(kind); part && part->kind != Node::Kind::map)
            manifest::wrongKind(*part, "an object, each by its name", faults);
    if (const auto* part = reader.optional("extensions"); part && part->kind != Node::Kind::list)
        manifest::wrongKind(*part, "an array of extensions, each \"- NAME: …\"", faults);
    reader.refuse({"catalogs"});
    reader.finish();
}

const Node* Use::find(std::string_view kind, const std::string& name) const {
    const Node* part = node_ ? node_->find(kind) : nullptr;
    return part ? part->find(name) : nullptr;
}

const Node* Use::resolve(const Node& node, std::string_view kind, manifest::Faults& faults) const {
    if (!node.text()) return &node;
    const Node* found = find(kind, *node.text());
    used_.insert(std::string(kind) + "/" + *node.text());
    if (!found)
        faults.add(node, "there is no \"" + *node.text() + "\" in use." + std::string(kind) +
                             text::didYouMean(*node.text(), names(kind)));
    return found;
}

bool Use::used(std::string_view kind, const std::string& name) const {
    return used_.count(std::string(kind) + "/" + name) > 0;
}

std::vector<std::string> Use::names(std::string_view kind) const {
    std::vector<std::string> out;
    if (const Node* part = node_ ? node_->find(kind) : nullptr)
        for (const auto& entry : part->entries) out.push_back(entry.key);
    return out;
}

std::vector<const manifest::Entry*> Use::extensions() const {
    std::vector<const manifest::Entry*> out;
    if (const Node* part = node_ ? node_->find("extensions") : nullptr)
        for (const auto& item : part->items)
            if (item.entries.size() == 1) out.push_back(&item.entries.front());
    return out;
}

}  // namespace tenon::run
