// SPDX-License-Identifier: Apache-2.0
#include "manifest/map_reader.h"

#include <algorithm>

#include "tenon/fields.h"
#include "text/suggest.h"

namespace tenon::manifest {

void wrongKind(const Node& node, std::string_view wanted, Faults& faults) {
    faults.add(node, "wanted " + std::string(wanted) + ", found " + node.describe());
}

MapReader::MapReader(const Node& node, std::string what, Faults& faults)
    : node_(node), what_(std::move(what)), faults_(faults), usable_(node.kind == Node::Kind::map) {
    if (!usable_) wrongKind(node, "an object", faults);
}

const Node* MapReader::optional(std::string_view key) {
    known_.emplace_back(key);
    return usable_ ? node_.find(key) : nullptr;
}

const Node* MapReader::required(std::string_view key) {
    const Node* found = optional(key);
    if (!found && usable_) faults_.add(node_, what_ + " needs \"" + std::string(key) + "\"");
    return found;
}

std::optional<std::string> MapReader::text(std::string_view key, const Node* node) {
    if (!node) return std::nullopt;
    if (node->kind == Node::Kind::scalar && node->text()) {
        if (!node->text()->empty()) return *node->text();
        faults_.add(*node, "wanted a string, found an empty string");
        return std::nullopt;
    }
    const auto kind = node->scalar.kind();
    const bool quotable = node->kind == Node::Kind::scalar && kind != Value::Kind::null;
    faults_.add(*node,
                "wanted a string, found " + std::string(node->describe()) +
                    (quotable ? "; put the value of \"" + std::string(key) + "\" in quotes" : ""));
    return std::nullopt;
}

std::optional<std::string> MapReader::optionalText(std::string_view key) {
    return text(key, optional(key));
}

std::optional<std::string> MapReader::requiredText(std::string_view key) {
    return text(key, required(key));
}

std::optional<bool> MapReader::optionalBoolean(std::string_view key) {
    const Node* node = optional(key);
    if (!node) return std::nullopt;
    if (node->kind == Node::Kind::scalar && node->scalar.boolean()) return *node->scalar.boolean();
    wrongKind(*node, "true or false", faults_);
    return std::nullopt;
}

void MapReader::refuse(std::initializer_list<std::string_view> keys) {
    refused_.insert(refused_.end(), keys);
}

void MapReader::finish() {
    for (const auto& entry : node_.entries) {
        if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
        const bool refused =
            std::find(refused_.begin(), refused_.end(), entry.key) != refused_.end();
        const std::string key = "\"" + entry.key + "\"";
        faults_.add(entry.place, entry.value.pointer,
                    refused
                        ? key + " is part of the language, but Tenon does not run it"
                        : key + " is not known in " + what_ + text::didYouMean(entry.key, known_));
    }
}

}  // namespace tenon::manifest
