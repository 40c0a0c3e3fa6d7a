// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "http/openapi/api.h"
#include "text/suggest.h"

namespace tenon::http::openapi {
namespace {

constexpr std::array<std::string_view, 8> methods{"get",     "put",  "post",  "delete",
                                                  "options", "head", "patch", "trace"};

void add(const Api& api, const Value* list, std::vector<Parameter>& out) {
    if (!list || !list->array()) return;
    for (const auto& item : *list->array()) {
        const Value& definition = api.resolved(item);
        Parameter one{textOf(definition, "name"), textOf(definition, "in"), false, definition};
        const auto* required = definition.find("required");
        one.required =
            one.in == "path" || (required && required->boolean() && *required->boolean());
        // The operation's own stand in the place of its path's.
        std::erase_if(
            out, [&](const auto& known) { return known.name == one.name && known.in == one.in; });
        out.push_back(std::move(one));
    }
}

// OpenAPI 3 gives the body no name among the parameters; here it is `body`.
void addBody(const Api& api, const Value& definition, std::vector<Parameter>& out) {
    const auto* body = definition.find("requestBody");
    if (!body || api.isSwagger()) return;
    const Value& resolved = api.resolved(*body);
    const auto* required = resolved.find("required");
    out.push_back(
        {"body", "body", required && required->boolean() && *required->boolean(), resolved});
}

Operation described(const Api& api, const std::string& id, std::string_view method,
                    const std::string& path, const Value& item, const Value& definition) {
    Operation out{id, std::string(method), path, definition, item, {}};
    for (auto& c : out.method) c = static_cast<char>(c - 32);
    add(api, item.find("parameters"), out.parameters);
    add(api, definition.find("parameters"), out.parameters);
    addBody(api, definition, out.parameters);
    // Three headers are the media types' and the authentication's to say.
    if (!api.isSwagger())
        std::erase_if(out.parameters, [](const auto& one) {
            return one.in == "header" && (one.name == "Accept" || one.name == "Content-Type" ||
                                          one.name == "Authorization");
        });
    return out;
}

}  // namespace

Operation operationOf(const Api& api, const std::string& id) {
    static_cast<void>(api.isSwagger());  // refuses what is neither
    const auto* paths = api.root.find("paths");
    if (!paths || !paths->object()) api.refuse("it has no \"paths\".");
    std::vector<std::string> known;
    for (const auto& [path, entry] : *paths->object()) {
        const Value& item = api.resolved(entry);
        for (const auto method : methods) {
            const auto* definition = item.find(method);
            if (!definition) continue;
            known.push_back(textOf(*definition, "operationId"));
            if (known.back() == id) return described(api, id, method, path, item, *definition);
        }
    }
    std::erase(known, "");
    std::string all;
    const std::string hint = text::didYouMean(id, known);
    if (hint.empty() && known.size() <= 20)
        for (const auto& name : known) all += (all.empty() ? "; it has " : ", ") + name;
    throw StepError(makeError(ErrorKind::configuration, "unknown operation",
                              "In with/operationId: the OpenAPI document has no operation \"" + id +
                                  "\"" + hint + all + (hint.empty() ? "." : "")));
}

}  // namespace tenon::http::openapi
