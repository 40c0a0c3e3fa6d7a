// SPDX-License-Identifier: Apache-2.0
#include "formulas/references.h"

#include "platform/mapping_path.h"
#include "tenon/json.h"

namespace cloudelements::sandbox {

using tenon::Array;
using tenon::Object;
using tenon::Value;

namespace {

Value follow(const Value& from, const std::vector<PathStep>& path, std::size_t at) {
    if (at == path.size()) return from;
    const PathStep& step = path[at];
    if (step.kind == PathStep::Kind::member) {
        const auto* member = from.find(step.name);
        return member ? follow(*member, path, at + 1) : Value();
    }
    const bool isThere =
        step.kind == PathStep::Kind::index && from.array() && step.index < from.array()->size();
    return isThere ? follow((*from.array())[step.index], path, at + 1) : Value();
}

Value lookedUp(const std::string& reference, const Scope& scope) {
    const auto path = pathOf(reference);
    if (!path) throw StepFailed("${" + reference + "} is not a reference");
    const std::string& root = path->front().name;
    if (root == "trigger") return follow(scope.trigger, *path, 1);
    if (root == "info") return follow(scope.info, *path, 1);
    if (path->size() == 1) {  // the old form of ${config.key}
        if (const auto* value = scope.config.find(root)) return *value;
        throw StepFailed("${" + reference + "}: there is no configuration " + root);
    }
    const std::string& name = (*path)[1].name;
    if (root == "config") {
        if (const auto* value = scope.config.find(name)) return follow(*value, *path, 2);
        throw StepFailed("${" + reference + "}: there is no configuration " + name);
    }
    if (root == "steps") {
        if (const auto* value = scope.steps.find(name)) return follow(*value, *path, 2);
        throw StepFailed("${" + reference + "}: the step " + name + " has not run");
    }
    throw StepFailed("${" + reference + "} refers to nothing that a formula knows");
}

bool isBare(const std::string& text) {
    return (text.starts_with("steps.") || text.starts_with("trigger.") ||
            text.starts_with("config.")) &&
           text.find_first_of(" \n{}$") == text.npos;
}

Value resolvedText(const std::string& text, const Scope& scope) {
    std::string out;
    for (std::size_t at = 0;;) {
        const auto from = text.find("${", at);
        const auto to = from == text.npos ? from : text.find('}', from);
        if (to == text.npos) return out.append(text, at);
        const Value found = lookedUp(text.substr(from + 2, to - from - 2), scope);
        if (from == 0 && to + 1 == text.size()) return found;
        out.append(text, at, from - at);
        if (!found.isNull()) out += found.string() ? *found.string() : tenon::json::write(found);
        at = to + 1;
    }
}

}  // namespace

Value resolved(const Value& value, const Scope& scope, bool bare) {
    if (const auto* text = value.string())
        return bare && isBare(*text) ? lookedUp(*text, scope) : resolvedText(*text, scope);
    if (const auto* array = value.array()) {
        Array out;
        for (const auto& item : *array) out.push_back(resolved(item, scope));
        return out;
    }
    if (const auto* object = value.object()) {
        Object out;
        for (const auto& [name, member] : *object) out.set(name, resolved(member, scope));
        return out;
    }
    return value;
}

}  // namespace cloudelements::sandbox
