// SPDX-License-Identifier: Apache-2.0
// JSON Schema (draft 7) of a struct with a field list, written by the compiler: the text is a
// constant of the program, so that a plugin's descriptor can hold it.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "tenon/fields.h"

namespace tenon {
inline namespace v1 {
namespace schema {

// Counts when it has no buffer, fills when it has one.
struct Out {
    char* buffer = nullptr;
    std::size_t size = 0;

    constexpr void put(char c) {
        if (buffer) buffer[size] = c;
        ++size;
    }
    constexpr void raw(std::string_view text) {
        for (const char c : text) put(c);
    }
    constexpr void quoted(std::string_view text) {
        put('"');
        for (const char c : text) {
            if (c == '"' || c == '\\') put('\\');
            if (static_cast<unsigned char>(c) < 0x20) {
                raw(R"(\u00)");
                put(c < 0x10 ? '0' : '1');
                put("0123456789abcdef"[c % 0x10]);
            } else {
                put(c);
            }
        }
        put('"');
    }
    constexpr void number(std::int64_t n) {
        if (n < 0) put('-');
        std::uint64_t rest =
            n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n);
        std::uint64_t power = 1;
        while (rest / power >= 10) power *= 10;
        for (; power > 0; power /= 10) put(static_cast<char>('0' + rest / power % 10));
    }
    constexpr void value(const Default& d) {
        if (d.kind == Default::Kind::boolean) raw(d.boolean ? "true" : "false");
        if (d.kind == Default::Kind::integer) number(d.integer);
        if (d.kind == Default::Kind::text) quoted(d.text);
    }
};

template <class S>
constexpr void members(Out& out);

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
    } else if constexpr (std::is_same_v<T, std::int64_t>) {
        out.raw(R"("type":"integer")");
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
    } else {
        static_assert(std::is_same_v<T, Value>, "a field's type needs fields()");
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

template <class S, class T>
constexpr void property(Out& out, const Field<S, T>& field) {
    out.quoted(field.name);
    out.raw(":{");
    const std::size_t before = out.size;
    typeOf<T>(out, field.choices);
    if (out.size != before) out.put(',');
    out.raw(R"("description":)");
    out.quoted(field.meaning);
    if (field.fallback.kind != Default::Kind::none) {
        out.raw(R"(,"default":)");
        out.value(field.fallback);
    }
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
constexpr void members(Out& out) {
    out.raw(R"("type":"object","properties":{)");
    bool first = true;
    const auto all = [&](const auto& field) {
        if (!first) out.put(',');
        first = false;
        property(out, field);
    };
    std::apply([&](const auto&... f) { (all(f), ...); }, S::fields());
    out.raw(R"(},"required":[)");
    first = true;
    const auto need = [&](const auto& field) {
        if (!field.required) return;
        if (!first) out.put(',');
        first = false;
        out.quoted(field.name);
    };
    std::apply([&](const auto&... f) { (need(f), ...); }, S::fields());
    out.raw(R"(],"additionalProperties":false)");
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
