// SPDX-License-Identifier: Apache-2.0
#include "platform/resources.h"

#include <set>

#include "platform/instances.h"
#include "platform/kept.h"
#include "platform/mapping.h"

namespace cloudelements::sandbox {

using tenon::Object;
using tenon::Value;

namespace {

const Value* in(const Levels& levels, const std::string& level, const std::string& name) {
    const auto found = levels.find(level);
    if (found == levels.end()) return nullptr;
    const auto document = found->second.find(name);
    return document == found->second.end() ? nullptr : &document->second;
}

std::vector<std::string> levelsOf(const Instance& instance) {
    return {"instance " + std::to_string(instance.id), "account " + instance.element->key,
            "organization " + instance.element->key};
}

Value keptLevels(const Levels& levels) {
    Object out;
    for (const auto& [level, documents] : levels) {
        Object all;
        for (const auto& [name, document] : documents) all.set(name, document);
        out.set(level, std::move(all));
    }
    return out;
}

Levels restored(const Kept& from, const char* which) {
    Levels out;
    for (const auto& [level, documents] : from.object(which)) {
        if (!documents.object()) from.wrong(which);
        for (const auto& [name, document] : *documents.object()) {
            if (!document.object()) from.wrong(which);
            out[level][name] = document;
        }
    }
    return out;
}

}  // namespace

const Value* Resources::transformation(const Instance& instance, const std::string& name) const {
    for (const auto& level : levelsOf(instance))
        if (const auto* found = in(transformations, level, name)) return found;
    return nullptr;
}

std::vector<std::string> Resources::namesFor(const Instance& instance) const {
    std::set<std::string> out;
    for (const auto& level : levelsOf(instance)) {
        const auto found = transformations.find(level);
        if (found == transformations.end()) continue;
        for (const auto& [name, document] : found->second) out.insert(name);
    }
    return {out.begin(), out.end()};
}

const Value* Resources::definition(const Instance& instance, const std::string& name) const {
    for (const auto& level : {"instance " + std::to_string(instance.id), std::string("account"),
                              std::string("organization")})
        if (const auto* found = in(definitions, level, name)) return found;
    return nullptr;
}

void Resources::removeLevel(const std::string& level) {
    definitions.erase(level);
    transformations.erase(level);
}

Value Resources::kept() const {
    return Object{{"definitions", keptLevels(definitions)},
                  {"transformations", keptLevels(transformations)}};
}

void Resources::restore(const Value& kept) {
    const Kept from(kept, "virtual data resources");
    definitions = restored(from, "definitions");
    transformations = restored(from, "transformations");
    try {
        for (const auto& [level, documents] : transformations)
            for (const auto& [name, document] : documents) checkTransformation(document);
    } catch (const Answer&) {
        from.wrong("transformations");
    }
}

std::int64_t countOf(const Levels& levels) {
    std::size_t out = 0;
    for (const auto& [level, documents] : levels) out += documents.size();
    return static_cast<std::int64_t>(out);
}

}  // namespace cloudelements::sandbox
