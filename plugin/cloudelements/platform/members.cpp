// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/platform/members.h"

#include "tenon/json.h"

namespace cloudelements {

using tenon::Value;

namespace {

// Of a text, what it says as JSON.
Value spoken(const Value& value) {
    if (!value.string()) return value;
    auto read = tenon::json::read(*value.string());
    return read ? std::move(read).value() : Value();
}

}  // namespace

Value memberOf(const Value& object, std::string_view name) {
    const auto* found = object.find(name);
    return found ? *found : Value();
}

std::string textOf(const Value& object, std::string_view name) {
    const auto* found = object.find(name);
    return found && found->string() ? *found->string() : std::string();
}

std::optional<std::string> knownTextOf(const Value& object, std::string_view name) {
    auto text = textOf(object, name);
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

std::optional<std::int64_t> integerOf(const Value& object, std::string_view name) {
    const Value value = spoken(memberOf(object, name));
    return value.integer() ? std::optional(*value.integer()) : std::nullopt;
}

std::optional<bool> truthOf(const Value& object, std::string_view name) {
    const Value value = spoken(memberOf(object, name));
    return value.boolean() ? std::optional(*value.boolean()) : std::nullopt;
}

}  // namespace cloudelements
