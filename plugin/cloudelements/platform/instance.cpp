// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/platform/instance.h"

#include "cloudelements/platform/client.h"
#include "cloudelements/platform/damaged_json.h"
#include "cloudelements/platform/members.h"
#include "cloudelements/platform/secret_keys.h"

namespace cloudelements {
namespace {

using tenon::Value;

constexpr const char* kDamage = "\xef\xbf\xbd";  // where a byte was no UTF-8

template <class T>
std::optional<T> maybe(const T* found) {
    return found ? std::optional<T>(*found) : std::nullopt;
}

// Tags come as texts, in older answers as objects {id, name}.
std::vector<std::string> readTags(const Value* tags) {
    std::vector<std::string> out;
    if (!tags || !tags->array()) return out;
    for (const auto& tag : *tags->array()) {
        const Value* name = tag.object() ? tag.find("name") : &tag;
        if (name && name->string()) out.push_back(*name->string());
    }
    return out;
}

// Nothing where there is none that authorizes anything: not a damaged one, nor a mask.
std::optional<tenon::Secret> wholeToken(const Value& description) {
    const Value* token = description.find("token");
    const auto* text = token ? token->string() : nullptr;
    if (!text || text->empty() || text->find(kDamage) != text->npos || holdsMask(*token))
        return std::nullopt;
    return tenon::Secret(*text);
}

// All but id and token.
template <class Token>
void describe(const Value& body, InstanceWith<Token>& out) {
    const auto member = [&](const char* key) { return memberOf(body, key); };
    out.name = textOf(body, "name");
    out.elementId = maybe(member("elementId").integer());
    const Value element = member("element");
    if (const Value* elementId = element.find("id"); elementId && !out.elementId)
        out.elementId = maybe(elementId->integer());
    if (const Value* key = element.find("key")) out.elementKey = maybe(key->string());
    out.createdDate = maybe(member("createdDate").string());
    out.valid = maybe(member("valid").boolean());
    out.disabled = maybe(member("disabled").boolean());
    out.tags = readTags(body.find("tags"));
    const Value configuration = member("configuration");
    if (const auto* object = configuration.object())
        for (const auto& m : *object) out.configuration[m.name] = guarded(m.name, m.value);
}

}  // namespace

Instance readInstance(const tenon::HttpResponse& answer, const Call& call, const Client& client,
                      const std::string& name) {
    const auto refuse = [&](const std::string& why) { throw client.unusable(answer, call, why); };
    const Value body = readDamaged(answer.body);
    if (!body.object()) refuse("is not a JSON object");

    Instance out;
    const Value* id = body.find("id");
    if (!id || id->isNull()) refuse("has no id");
    const auto number = integerOf(body, "id");
    if (!number) refuse("has an id that is not a 64-bit integer");
    out.id = *number;
    const Value* token = body.find("token");
    if (!token || !token->string() || token->string()->empty())
        refuse("has no token; the id in it is " + std::to_string(out.id));
    if (token->string()->find(kDamage) != std::string::npos)
        refuse("has a damaged token; the id in it is " + std::to_string(out.id));
    out.token = tenon::Secret(*token->string());

    describe(body, out);
    if (out.name.empty()) out.name = name;
    return out;
}

std::optional<KnownInstance> readKnown(const Value& description) {
    const auto number = integerOf(description, "id");
    if (!number) return std::nullopt;
    KnownInstance out;
    out.id = *number;
    out.token = wholeToken(description);
    describe(description, out);
    return out;
}

std::string instanceThatCame(const tenon::HttpResponse& part) {
    const Value body = readDamaged(part.body);
    const auto number = integerOf(body, "id");
    if (!number) return "";
    return " What came of the answer holds the id " + std::to_string(*number) +
           (wholeToken(body) ? " and the token of an instance."
                             : " of an instance, but no whole token.");
}

}  // namespace cloudelements
