// SPDX-License-Identifier: Apache-2.0
#include "run/extension.h"

#include <algorithm>
#include <array>

namespace tenon::run {
namespace {

constexpr std::array<std::string_view, 12> extendable{"all", "call",   "composite", "emit",
                                                      "for", "listen", "raise",     "run",
                                                      "set", "switch", "try",       "wait"};

}  // namespace

std::shared_ptr<const Extension> loadExtension(Loader& loader, const manifest::Entry& entry) {
    auto out = std::make_shared<Extension>();
    manifest::MapReader reader(entry.value, "an extension", loader.faults());
    if (!reader.usable()) return nullptr;
    out->name = entry.key;
    out->extend = reader.requiredText("extend").value_or("");
    if (!out->extend.empty() &&
        std::find(extendable.begin(), extendable.end(), out->extend) == extendable.end()) {
        std::string all;
        for (const auto kind : extendable) all += (all.empty() ? "" : ", ") + std::string(kind);
        loader.faults().add(*entry.value.find("extend"),
                            "wanted one of " + all + ", found \"" + out->extend + "\"");
    }
    out->when = loader.expression(reader.optional("when"));
    out->before = loader.tasks(reader.optional("before"));
    out->after = loader.tasks(reader.optional("after"));
    reader.finish();
    return out;
}

bool extends(const Extension& extension, std::string_view key) {
    return extension.extend == "all" || extension.extend == key ||
           (extension.extend == "composite" && (key == "do" || key == "fork"));
}

Value extendedTask(const Value& descriptor, const Value& definition) {
    Object out;
    if (definition.object())
        for (const auto& [name, value] : *definition.object()) out.set(name, value);
    for (const auto& [name, value] : *descriptor.object()) out.set(name, value);
    return out;
}

}  // namespace tenon::run
