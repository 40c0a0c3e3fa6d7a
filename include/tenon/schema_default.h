// SPDX-License-Identifier: Apache-2.0
// The defaults in a JSON Schema: see schema.h.
#pragma once

#include <cstddef>
#include <type_traits>

#include "tenon/field.h"
#include "tenon/own_default.h"
#include "tenon/schema_out.h"

namespace tenon {
inline namespace v1 {
namespace schema {

constexpr void value(Out& out, const Default& d) {
    if (d.kind == Default::Kind::boolean) out.raw(d.boolean ? "true" : "false");
    if (d.kind == Default::Kind::integer) out.number(d.integer);
    if (d.kind == Default::Kind::real) out.real(d.real);
    if (d.kind == Default::Kind::text) out.quoted(d.text);
}

// What a struct gives its member itself.
template <class T>
constexpr void value(Out& out, const T& own) {
    if constexpr (fields::Unwrap<T>::optional) {
        value(out, *own);
    } else if constexpr (fields::Unwrap<T>::list) {
        out.put('[');
        for (std::size_t i = 0; i < own.size(); ++i) {
            if (i > 0) out.put(',');
            value<typename fields::Unwrap<T>::Item>(out, own[i]);
        }
        out.put(']');
    } else if constexpr (std::is_same_v<T, bool>) {
        out.raw(own ? "true" : "false");
    } else if constexpr (fields::isInteger<T>) {
        out.number(own);
    } else if constexpr (std::is_same_v<T, double>) {
        out.real(own);
    } else {
        out.quoted(own);
    }
}

template <class S, class T, class Owner>
constexpr void fallback(Out& out, const Field<Owner, T>& field) {
    constexpr auto keyword = R"(,"default":)";
    if (field.fallback.kind != Default::Kind::none) {
        out.raw(keyword);
        value(out, field.fallback);
    } else if constexpr (fields::isShown<T>() && fields::Makeable<S>) {
        S made{};
        if (field.required || !fields::saysMore(made.*field.member)) return;
        out.raw(keyword);
        value(out, made.*field.member);
    }
}

}  // namespace schema
}  // namespace v1
}  // namespace tenon
