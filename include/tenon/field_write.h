// SPDX-License-Identifier: Apache-2.0
// The writer behind writeFields. See fields.h.
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <utility>

#include "tenon/field.h"
#include "tenon/field_checks.h"
#include "tenon/value.h"

namespace tenon {
inline namespace v1 {
namespace fields {

template <class T>
Value write(const T& from) {
    if constexpr (Unwrap<T>::optional) {
        return from ? write(*from) : Value();
    } else if constexpr (Unwrap<T>::list) {
        Array out;
        out.reserve(from.size());
        for (const auto& item : from) out.push_back(write(item));
        return out;
    } else if constexpr (Unwrap<T>::map) {
        Object out;
        out.reserve(from.size());
        for (const auto& [name, item] : from) out.set(name, write(item));
        return out;
    } else if constexpr (HasFields<T>) {
        Object out;
        if constexpr (isUsable<T>())
            std::apply(
                [&](const auto&... f) {
                    out.reserve(sizeof...(f));
                    (out.set(std::string(f.name), write(from.*f.member)), ...);
                },
                list<T>);
        return out;
    } else if constexpr (isInteger<T>) {
        if (std::in_range<std::int64_t>(from)) return Value(static_cast<std::int64_t>(from));
        return Wide{std::to_string(from)};
    } else if constexpr (isType<T>) {
        return Value(from);
    } else {
        return {};
    }
}

}  // namespace fields
}  // namespace v1
}  // namespace tenon
