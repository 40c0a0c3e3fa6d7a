// SPDX-License-Identifier: Apache-2.0
// `use.extensions` as the loader reads them.
#include <algorithm>
#include <unordered_set>

#include "manifest/task_kinds.h"
#include "run/loader.h"

namespace tenon::run {

using manifest::MapReader;

namespace {

// What `extend` may name: the language has one word for lists of tasks, and one for everything.
std::vector<std::string> extendable() {
    std::vector<std::string> out{"all", "composite"};
    for (const auto kind : manifest::kTaskKinds)
        if (kind != "do" && kind != "fork") out.emplace_back(kind);
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

std::shared_ptr<const Extension> Loader::extension(const manifest::Entry& entry) {
    auto out = std::make_shared<Extension>();
    MapReader reader(entry.value, "an extension", faults_);
    if (!reader.usable()) return nullptr;
    out->name = entry.key;
    out->extend = reader.requiredText("extend").value_or("");
    const auto known = extendable();
    if (!out->extend.empty() && std::find(known.begin(), known.end(), out->extend) == known.end()) {
        std::string all;
        for (const auto& kind : known) all += (all.empty() ? "" : ", ") + kind;
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
