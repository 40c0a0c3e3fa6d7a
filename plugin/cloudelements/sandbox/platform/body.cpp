// SPDX-License-Identifier: Apache-2.0
#include "platform/body.h"

#include "tenon/json.h"

namespace cloudelements::sandbox {

using tenon::Value;

std::string withoutTags(std::string_view text) {
    std::string out;
    for (;;) {
        const auto from = text.find('<');
        const auto to = from == text.npos ? text.npos : text.find('>', from);
        if (to == text.npos) return out.append(text);
        out.append(text, 0, from);
        text.remove_prefix(to + 1);
    }
}

const std::string& requiredText(const Value& body, const char* key) {
    const auto* value = body.find(key);
    if (!value || !value->string() || value->string()->empty())
        throw refusal(400, std::string("The field '") + key + "' is required and must be a string");
    return *value->string();
}

const tenon::Object& requiredObject(const Value& body, const char* key) {
    const auto* value = body.find(key);
    if (!value || !value->object())
        throw refusal(400,
                      std::string("The field '") + key + "' is required and must be an object");
    return *value->object();
}

const tenon::Array& arrayOf(const Value& body, const char* key) {
    static const tenon::Array none;
    const auto* value = body.find(key);
    if (!value || value->isNull()) return none;
    if (!value->array())
        throw refusal(400, std::string("The field '") + key + "' must be an array");
    return *value->array();
}

std::string textOf(const Value* value) {
    if (!value) return "";
    if (value->string()) return *value->string();
    return value->integer() || value->real() ? tenon::json::write(*value) : "";
}

Value asConfigured(const Value& value) {
    return value.isNull() || value.string() ? value : Value(tenon::json::write(value));
}

tenon::Object merged(const tenon::Object& base, const tenon::Object& changes) {
    tenon::Object out = base;
    for (const auto& [name, value] : changes) out.set(name, value);
    return out;
}

}  // namespace cloudelements::sandbox
