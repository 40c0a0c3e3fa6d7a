// SPDX-License-Identifier: Apache-2.0
// What a struct itself gives a member, where the compiler can know it: where it can make the struct
// while it compiles. It cannot with a std::map or a tenon::Value in it, and Clang 14 not with a
// std::string.
#pragma once

#include <type_traits>

#include "tenon/field_type.h"

namespace tenon {
inline namespace v1 {
namespace fields {

template <class S>
constexpr bool make() {
    return static_cast<void>(S{}), true;
}
template <class S>
concept Makeable = requires {
    typename std::bool_constant<make<S>()>;
};

// Does it differ from what such a member has anyway? Only then it is worth a word.
template <class T>
constexpr bool saysMore(const T& value) {
    if constexpr (Unwrap<T>::optional) {
        return value.has_value();
    } else if constexpr (Unwrap<T>::list || std::is_same_v<T, std::string>) {
        return !value.empty();
    } else {
        return value != T{};
    }
}

// Types whose value is written where it is known: texts, booleans, numbers, and lists of them.
template <class T>
constexpr bool isShown() {
    if constexpr (Unwrap<T>::optional || Unwrap<T>::list)
        return isShown<typename Unwrap<T>::Item>();
    else
        return isScalar<T> && !std::is_same_v<T, Secret>;
}

}  // namespace fields
}  // namespace v1
}  // namespace tenon
