// SPDX-License-Identifier: Apache-2.0
// JSON Schema (draft 7) of a struct with a field list, written by the compiler: the text is a
// constant of the program, so that a plugin's descriptor can hold it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <tuple>
#include <type_traits>

#include "tenon/fields.h"
#include "tenon/schema_default.h"
#include "tenon/schema_out.h"

namespace tenon {
inline namespace v1 {
namespace schema {

template <class S>
constexpr void members(Out& out);

// Of an integer that has not all 64 bits.
template <class T>
constexpr void range(Out& out) {
    using Limits = std::numeric_limits<T>;
    if constexpr (sizeof(T) < sizeof(std::int64_t) || std::is_unsigned_v<T>) {
        out.raw(R"(,"minimum":)");
        out.number(Limits::min());
    }
    if constexpr (sizeof(T) < sizeof(std::int64_t)) {
        out.raw(R"(,"maximum":)");
        out.number(Limits::max());
    }
}

// The keywords that say the type; no braces.
template <class T>
constexpr void type(Out& out) {
    using U = fields::Unwrap<T>;
    if constexpr (U::optional) {
        type<typename U::Item>(out);
    } else if constexpr (std::is_same_v<T, std::string>) {
        out.raw(R"("type":"string")");
    } else if constexpr (std::is_same_v<T, Secret>) {
        out.raw(R"("type":"string","writeOnly":true)");
    } else if constexpr (std::is_same_v<T, bool>) {
        out.raw(R"("type":"boolean")");
    } else if constexpr (fields::isInteger<T>) {
        out.raw(R"("type":"integer")");
        range<T>(out);
    } else if constexpr (std::is_same_v<T, double>) {
        out.raw(R"("type":"number")");
    } else if constexpr (U::list) {
        out.raw(R"("type":"array","items":{)");
        type<typename U::Item>(out);
        out.put('}');
    } else if constexpr (U::map) {
        out.raw(R"("type":"object","additionalProperties":{)");
        type<typename U::Item>(out);
        out.put('}');
    } else if constexpr (HasFields<T>) {
        members<T>(out);
    }
}

// The type with the texts that may stand there; of a list, in each item.
template <class T>
constexpr void typeOf(Out& out, const Choices& choices) {
    using U = fields::Unwrap<T>;
    if (choices.count == 0) return type<T>(out);
    if constexpr (U::list) {
        out.raw(R"("type":"array","items":{)");
        typeOf<typename U::Item>(out, choices);
        return out.put('}');
    }
    type<T>(out);
    out.raw(R"(,"enum":[)");
    for (std::size_t i = 0; i < choices.count; ++i) {
        if (i > 0) out.put(',');
        out.quoted(choices.texts[i]);
    }
    out.put(']');
}

template <class S, class T, class Owner>
constexpr void property(Out& out, const Field<Owner, T>& field) {
    out.quoted(field.name);
    out.raw(":{");
    const std::size_t before = out.size;
    typeOf<T>(out, field.choices);
    if (out.size != before) out.put(',');
    out.raw(R"("description":)");
    out.quoted(field.meaning);
    fallback<S>(out, field);
    if (!field.unitName.empty()) {
        out.raw(R"(,"x-unit":)");
        out.quoted(field.unitName);
    }
    if (!field.secretName.empty()) {
        out.raw(R"(,"x-secret":)");
        out.quoted(field.secretName);
    }
    if (field.isDocument) out.raw(R"(,"x-document":true)");
    out.put('}');
}

template <class S>
constexpr void properties(Out& out) {
    bool first = true;
    const auto all = [&](const auto& field) {
        if (!first) out.put(',');
        first = false;
        property<S>(out, field);
    };
    std::apply([&](const auto&... f) { (all(f), ...); }, fields::list<S>);
}

template <class S>
constexpr void required(Out& out) {
    bool first = true;
    const auto need = [&](const auto& field) {
        if (!field.required) return;
        if (!first) out.put(',');
        first = false;
        out.quoted(field.name);
    };
    std::apply([&](const auto&... f) { (need(f), ...); }, fields::list<S>);
}

template <class S>
constexpr void members(Out& out) {
    if constexpr (fields::isUsable<S>()) {
        out.raw(R"("type":"object","properties":{)");
        properties<S>(out);
        out.raw(R"(},"required":[)");
        required<S>(out);
        out.raw(R"(],"additionalProperties":false)");
    }
}

template <class S>
constexpr void object(Out& out) {
    out.put('{');
    members<S>(out);
    out.put('}');
}

}  // namespace schema
}  // namespace v1
}  // namespace tenon
