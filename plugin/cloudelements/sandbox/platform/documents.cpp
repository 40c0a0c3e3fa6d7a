// SPDX-License-Identifier: Apache-2.0
#include "platform/documents.h"

namespace cloudelements::sandbox {

using tenon::Object;
using tenon::Value;

namespace {

Value shown(const std::string& name, const Value& document, const std::string& level) {
    Object out = *document.object();
    out.set("level", level.substr(0, level.find(' ')));
    out.set("objectName", name);
    return out;
}

Answer none(const Documents& of, const std::string& name) {
    return refusal(404, "No " + of.what + " found with name " + name);
}

Answer one(const Call& call, const Documents& of) {
    const auto level = of.levelOf(call);
    const auto name = call.at("name");
    const auto& all = of.levels[level];
    const auto found = all.find(name);
    return found == all.end() ? none(of, name) : answer(200, shown(name, found->second, level));
}

Answer all(const Call& call, const Documents& of) {
    const auto level = of.levelOf(call);
    Object out;
    for (const auto& [name, document] : of.levels[level])
        out.set(name, shown(name, document, level));
    if (out.empty()) return refusal(404, "No " + of.what + "s found");
    return answer(200, std::move(out));
}

// All or nothing. POST makes what is not there, PUT replaces or makes.
Answer write(Call& call, const Documents& of, const Object& documents, bool replace) {
    const auto level = of.levelOf(call);
    auto& all = of.levels[level];
    for (const auto& [name, document] : documents) {
        if (name.empty() || !document.object())
            throw refusal(400, "An " + of.what + " must have a name and be an object");
        of.check(document);
        if (!replace && all.count(name))
            throw refusal(
                409, "An " + of.what + " with the name " + name + " already exists on this level");
    }
    Object out;
    for (const auto& [name, document] : documents) {
        all[name] = document;
        out.set(name, shown(name, document, level));
    }
    const auto name = call.in.find("name");
    return answer(200, name == call.in.end() ? Value(std::move(out)) : *out.find(name->second));
}

Answer remove(const Call& call, const Documents& of) {
    const auto name = call.in.find("name");
    auto& all = of.levels[of.levelOf(call)];
    if (name == call.in.end()) {
        if (all.empty()) return refusal(404, "No " + of.what + "s found");
        all.clear();
    } else if (all.erase(name->second) == 0) {
        return none(of, name->second);
    }
    return {};
}

}  // namespace

void addDocuments(Router& router, const std::string& onePath, const std::string& allPath,
                  Access access, const Documents& of) {
    const auto add = [&](const char* method, const std::string& path, Router::Handler handler) {
        if (access == Access::either)
            router.addOfInstance(method, path, std::move(handler));
        else
            router.add(method, path, access, std::move(handler));
    };
    add("GET", onePath, [of](Call& call) { return one(call, of); });
    add("GET", allPath, [of](Call& call) { return all(call, of); });
    for (const bool replace : {false, true}) {
        const char* method = replace ? "PUT" : "POST";
        add(method, onePath, [of, replace](Call& call) {
            return write(call, of, Object{{call.at("name"), call.object()}}, replace);
        });
        add(method, allPath, [of, replace](Call& call) {
            return write(call, of, *call.object().object(), replace);
        });
    }
    add("DELETE", onePath, [of](Call& call) { return remove(call, of); });
    add("DELETE", allPath, [of](Call& call) { return remove(call, of); });
}

}  // namespace cloudelements::sandbox
