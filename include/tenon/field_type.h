// SPDX-License-Identifier: Apache-2.0
// Which types a field may have. A plugin's author who takes another one reads it in one line.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "tenon/value.h"

namespace tenon {
inline namespace v1 {

template <class T>
concept HasFields = requires {
    T::fields();
};

namespace fields {

template <class T>
struct Unwrap {
    using Item = void;
    static constexpr bool optional = false, list = false, map = false;
};
template <class T>
struct Unwrap<std::optional<T>> : Unwrap<void> {
    using Item = T;
    static constexpr bool optional = true;
};
template <class T>
struct Unwrap<std::vector<T>> : Unwrap<void> {
    using Item = T;
    static constexpr bool list = true;
};
template <class T>
struct Unwrap<std::map<std::string, T>> : Unwrap<void> {
    using Item = T;
    static constexpr bool map = true;
};

template <class T>
inline constexpr bool wraps = Unwrap<T>::optional || Unwrap<T>::list || Unwrap<T>::map;

// What is in it at last: of std::vector<std::optional<T>>, T.
template <class T>
struct InnermostOf {
    using Type = T;
};
template <class T>
requires wraps<T>
struct InnermostOf<T> : InnermostOf<typename Unwrap<T>::Item> {
};
template <class T>
using Innermost = typename InnermostOf<T>::Type;

// Of any width, and no character.
template <class T>
inline constexpr bool isInteger =
    std::is_integral_v<T> && !std::is_same_v<T, bool> && !std::is_same_v<T, char> &&
    !std::is_same_v<T, wchar_t> && !std::is_same_v<T, char8_t> && !std::is_same_v<T, char16_t> &&
    !std::is_same_v<T, char32_t>;

template <class T>
inline constexpr bool isNumber = isInteger<T> || std::is_same_v<T, double>;

template <class T>
inline constexpr bool isScalar = isNumber<T> || std::is_same_v<T, bool> ||
                                 std::is_same_v<T, std::string> || std::is_same_v<T, Secret>;

template <class T>
inline constexpr bool isType =
    isScalar<Innermost<T>> || std::is_same_v<Innermost<T>, Value> || HasFields<Innermost<T>>;

// A text, or a list of texts: not a map.
template <class T>
constexpr bool isTextual() {
    if constexpr (Unwrap<T>::optional || Unwrap<T>::list)
        return isTextual<typename Unwrap<T>::Item>();
    else
        return std::is_same_v<T, std::string>;
}

template <class T>
constexpr bool mayHoldSecret();

template <class Fields>
struct AnyHoldsSecret : std::true_type {};  // what is no list of fields has its own line
template <template <class, class> class Field, class... S, class... T>
struct AnyHoldsSecret<std::tuple<Field<S, T>...>>
    : std::bool_constant<(mayHoldSecret<T>() || ...)> {};

template <class T>
constexpr bool mayHoldSecret() {
    using Inner = Innermost<T>;
    if constexpr (HasFields<Inner>)
        return AnyHoldsSecret<decltype(Inner::fields())>::value;
    else
        return std::is_same_v<Inner, Secret> || std::is_same_v<Inner, Value>;
}

// One line for a type that no field has. What comes after it takes it as it is, without a further
// one.
template <class T>
constexpr void checkType() {
    using Inner = Innermost<T>;
    static_assert(!std::is_enum_v<Inner>,
                  "an enumeration is no field's type: take std::string with .oneOf({...})");
    static_assert(!std::is_floating_point_v<Inner> || std::is_same_v<Inner, double>,
                  "a field's number with a fraction is a double");
    static_assert(isType<T> || std::is_enum_v<Inner> || std::is_floating_point_v<Inner>,
                  "a field is std::string, bool, an integer, double, tenon::Secret, tenon::Value, "
                  "a struct with a public static constexpr fields(), or std::optional, std::vector "
                  "or std::map<std::string, ...> of these");
}

}  // namespace fields
}  // namespace v1
}  // namespace tenon
