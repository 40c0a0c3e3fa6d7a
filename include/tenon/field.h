// SPDX-License-Identifier: Apache-2.0
// One field of a struct: its name, where it is, and what may stand in it. See fields.h.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/field_type.h"

namespace tenon {
inline namespace v1 {

// What a field has when it is left out. none: what the struct's own initialiser says.
// Thread: a value's.
struct Default {
    enum class Kind { none, boolean, integer, real, text } kind = Kind::none;
    bool boolean = false;
    std::int64_t integer = 0;
    double real = 0;
    std::string_view text{};
    bool inRange = true;  // of the field's own type
};

// The texts that may stand in a field; none: any.
// Thread: a value's.
struct Choices {
    static constexpr std::size_t kMost = 16;
    std::array<std::string_view, kMost + 1> texts{};  // one more: a mistake, see field_checks.h
    std::size_t count = 0;

    [[nodiscard]] constexpr bool has(std::string_view text) const {
        for (std::size_t i = 0; i < count; ++i)
            if (texts[i] == text) return true;
        return count == 0;
    }
};

// Thread: a value's.
template <class Struct, class Type>
struct Field {
    std::string_view name;
    Type Struct::*member;
    std::string_view meaning;
    bool required = false;
    Default fallback{};
    std::string_view unitName{};
    Choices choices{};
    std::string_view secretName{};
    bool isDocument = false;

    // "seconds", "bytes", …: what a number counts.
    [[nodiscard]] constexpr Field unit(std::string_view text) const {
        static_assert(fields::isNumber<fields::Innermost<Type>>, "unit is for numbers");
        Field copy = *this;
        copy.unitName = text;
        return copy;
    }
    // One of these texts and no other; of a list, each item. For texts, at most Choices::kMost.
    [[nodiscard]] constexpr Field oneOf(std::initializer_list<std::string_view> texts) const {
        static_assert(fields::isTextual<Type>(), "oneOf is for texts and lists of texts");
        Field copy = *this;
        for (const auto text : texts)
            if (copy.choices.count < copy.choices.texts.size())
                copy.choices.texts[copy.choices.count++] = text;
        return copy;
    }
    // A manifest that leaves it out and has this name under `use.secrets` gives that secret. A
    // program that calls the step gives the field itself.
    [[nodiscard]] constexpr Field fromSecret(std::string_view name) const {
        static_assert(fields::mayHoldSecret<Type>(),
                      "fromSecret is for what holds a secret: tenon::Secret, tenon::Value, or a "
                      "struct or list with one");
        Field copy = *this;
        copy.secretName = name;
        return copy;
    }
    // Data with a language of its own: `${ … }` in it is nothing of the manifest's. A manifest
    // writes {document: DATA}, {resource: {endpoint: FILE OR ADDRESS}} or one expression; the step
    // gets the data.
    [[nodiscard]] constexpr Field asDocument() const {
        static_assert(!fields::isScalar<fields::Innermost<Type>>,
                      "asDocument is for data of any shape: take tenon::Value");
        Field copy = *this;
        copy.isDocument = true;
        return copy;
    }
};

namespace fields {

// Texts that stay: a std::string would be gone before they are read.
template <class D>
inline constexpr bool isText =
    std::is_convertible_v<D, std::string_view> && !std::is_same_v<D, std::string>;

// May a field of type T have a default of type D?
template <class T, class D>
inline constexpr bool fits = (std::is_same_v<T, bool> && std::is_same_v<D, bool>) ||
                             (isInteger<T> && isInteger<D>) ||
                             (std::is_same_v<T, double> &&
                              (std::is_same_v<D, double> || isInteger<D>)) ||
                             (std::is_same_v<T, std::string> && isText<D>);

template <class T, class D>
constexpr Default asDefault(D fallback) {
    Default out;
    if constexpr (!fits<T, D>) {
        return out;
    } else if constexpr (std::is_same_v<T, bool>) {
        out.kind = Default::Kind::boolean;
        out.boolean = fallback;
    } else if constexpr (isInteger<T>) {
        out.kind = Default::Kind::integer;
        out.integer = static_cast<std::int64_t>(fallback);
        out.inRange = std::in_range<T>(fallback) && std::in_range<std::int64_t>(fallback);
    } else if constexpr (std::is_same_v<T, double>) {
        out.kind = Default::Kind::real;
        out.real = static_cast<double>(fallback);
        out.inRange = out.real - out.real == 0;  // JSON knows no infinity
    } else {
        out.kind = Default::Kind::text;
        out.text = fallback;
    }
    return out;
}

}  // namespace fields

// Thread: any.
template <class S, class T>
constexpr Field<S, T> required(std::string_view name, T S::*member, std::string_view meaning) {
    fields::checkType<T>();
    return {name, member, meaning, true};
}
template <class S, class T, class D>
constexpr Field<S, T> required(std::string_view name, T S::*member, std::string_view meaning, D) {
    static_assert(!std::is_same_v<D, D>, "a required field has no default: write optional");
    return {name, member, meaning, true};
}
template <class S, class T>
constexpr Field<S, T> optional(std::string_view name, T S::*member, std::string_view meaning) {
    fields::checkType<T>();
    return {name, member, meaning, false};
}
template <class S, class T, class D>
constexpr Field<S, T> optional(std::string_view name, T S::*member, std::string_view meaning,
                               D fallback) {
    fields::checkType<T>();
    static_assert(!fields::Unwrap<T>::optional,
                  "a field with a default is never empty: leave out std::optional");
    static_assert(!fields::isType<T> || fields::Unwrap<T>::optional || fields::isScalar<T>,
                  "no default of a list, a map, a struct or a tenon::Value is written here: write "
                  "it where the member is declared");
    static_assert(!std::is_same_v<T, Secret>, "a secret has no default");
    static_assert(!fields::isScalar<T> || std::is_same_v<T, Secret> || fields::fits<T, D>,
                  "a default has its field's type: a text that stays for std::string, true or "
                  "false for bool, an integer for an integer, a number for double");
    return {name, member, meaning, false, fields::asDefault<T>(fallback)};
}

}  // namespace v1
}  // namespace tenon
