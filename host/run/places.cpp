// SPDX-License-Identifier: Apache-2.0
#include "run/places.h"

namespace tenon::run {

Places::Places(const std::string& file, const manifest::Node& root) : file_(file) {
    if (!file_.empty()) add(root, root.place);
}

// What begins on the line after its name is looked for at its name.
void Places::add(const manifest::Node& node, manifest::Place place) {
    places_.emplace_back(node.pointer,
                         node.kind == manifest::Node::Kind::scalar ? node.place : place);
    for (const auto& entry : node.entries) add(entry.value, entry.place);
    for (const auto& item : node.items) add(item, item.place);
}

std::string Places::of(std::string_view pointer) const {
    if (file_.empty()) return "";
    const auto leadsTo = [&](std::string_view part) {
        return pointer.starts_with(part) &&
               (pointer.size() == part.size() || pointer[part.size()] == '/');
    };
    const std::pair<std::string, manifest::Place>* nearest = nullptr;
    for (const auto& one : places_)
        if ((!nearest || one.first.size() > nearest->first.size()) && leadsTo(one.first))
            nearest = &one;
    if (!nearest) return "";
    return file_ + ":" + std::to_string(nearest->second.line) + ":" +
           std::to_string(nearest->second.column);
}

}  // namespace tenon::run
