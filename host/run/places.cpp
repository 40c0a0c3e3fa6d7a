// SPDX-License-Identifier: Apache-2.0
#include "run/places.h"

namespace tenon::run {

Places::Places(const std::string& file, const manifest::Node& root) : file_(file) {
    if (!file_.empty()) add(root, root.place);
}

// What begins on the line after its name is looked for at its name.
void Places::add(const manifest::Node& node, manifest::Place place) {
    places_.emplace(node.pointer, node.kind == manifest::Node::Kind::scalar ? node.place : place);
    for (const auto& entry : node.entries) add(entry.value, entry.place);
    for (const auto& item : node.items) add(item, item.place);
}

std::string Places::of(std::string_view pointer) const {
    if (file_.empty()) return "";
    auto found = places_.find(pointer);
    while (found == places_.end() && !pointer.empty()) {
        pointer = pointer.substr(0, pointer.rfind('/'));
        found = places_.find(pointer);
    }
    if (found == places_.end()) return "";
    return file_ + ":" + std::to_string(found->second.line) + ":" +
           std::to_string(found->second.column);
}

}  // namespace tenon::run
