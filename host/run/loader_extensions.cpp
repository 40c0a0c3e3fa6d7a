// SPDX-License-Identifier: Apache-2.0
// `use.extensions` as the loader reads them.
#include <algorithm>
#include <array>
#include <unordered_set>

#include "run/loader.h"

namespace tenon::run {

using manifest::MapReader;

namespace {

constexpr std::array<std::string_view, 12> extendable{"all", "call",   "composite", "emit",
                                                      "for", "listen", "raise",     "run",
                                                      "set", "switch", "try",       "wait"};

}  // namespace

std::shared_ptr<const Extension> Loader::extension(const manifest::Entry& entry) {
    auto out = std::make_shared<Extension>();
    MapReader reader(entry.value, "an extension", faults_);
    if (!reader.usable()) return nullptr;
    out->name = entry.key;
    out->extend = reader.requiredText("extend").value_or("");
    if (!out->extend.empty() &&
        std::find(extendable.begin(), extendable.end(), out->extend) == extendable.end()) {
        std::string all;
        for (const auto kind : extendable) all += (all.empty() ? "" : ", ") + std::string(kind);
        faults_.add(*entry.value.find("extend"),
                    "wanted one of " + all + ", found \"" + out->extend + "\"");
    }
    out->when = expression(reader.optional("when"));
    out->before = tasks(reader.optional("before"));
    out->after = tasks(reader.optional("after"));
    reader.finish();
    return out;
}

const std::vector<std::shared_ptr<const Extension>>& Loader::extensions() {
    if (extensions_) return *extensions_;
    extensions_.emplace();
    extending_ = true;
    std::unordered_set<std::string_view> seen;
    for (const auto* entry : use_.extensions()) {
        // Positions and idempotency keys are made of the name.
        if (!seen.insert(entry->key).second)
            faults_.add(entry->place, entry->value.pointer,
                        "the name \"" + entry->key + "\" stands twice in use.extensions");
        if (auto one = extension(*entry)) extensions_->push_back(std::move(one));
    }
    extending_ = false;
    return *extensions_;
}

std::shared_ptr<const Around> Loader::around(std::string_view key) {
    if (extending_) return nullptr;
    std::vector<std::shared_ptr<const Extension>> all;
    for (const auto& one : extensions())
        if (extends(*one, key)) all.push_back(one);
    return all.empty() ? nullptr : std::make_shared<Extensions>(std::move(all));
}

}  // namespace tenon::run
