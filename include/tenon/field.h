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

namespace tenon {
inline namespace v1 {

// What a field has when it is left out. std::monostate: the member's empty value.
struct Default {
    enum class Kind { none, boolean, integer, text } kind = Kind::none;
    bool boolean = false;
    std::int64_t integer = 0;
    std::string_view text;
};

// The texts that may stand in a field; none: any.
struct Choices {
    static constexpr std::size_t kMost = 16;
    std::array<std::string_view, kMost> texts{};
    std::size_t count = 0;

    [[nodiscard]] constexpr bool has(std::string_view text) const {
        for (std::size_t i = 0; i < count; ++i)
            if (texts[i] == text) return true;
        return count == 0;
    }
};

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
        Field copy = *this;
        copy.unitName = text;
        return copy;
    }
    // One of these texts and no other; of a list, each item. For texts, at most Choices::kMost.
    [[nodiscard]] constexpr Field oneOf(std::initializer_list<std::string_view> texts) const {
        Field copy = *this;
        for (const auto text : texts) copy.choices.texts[copy.choices.count++] = text;
        return copy;
    }
    // A manifest that leaves it out and has this name under `use.secrets` gives that secret. A
    // program that calls the step gives the field itself.
    [[nodiscard]] constexpr Field fromSecret(std::string_view name) const {
        Field copy = *this;
        copy.secretName = name;
        return copy;
    }
    // Data with a language of its own: `${ … }` in it is nothing of the manifest's. A manifest
    // writes {document: DATA}, {resource: {endpoint: FILE OR ADDRESS}} or one expression; the step
    // gets the data.
    [[nodiscard]] constexpr Field asDocument() const {
        Field copy = *this;
        copy.isDocument = true;
        return copy;
    }
};

template <class S, class T>
constexpr Field<S, T> required(std::string_view name, T S::*member, std::string_view meaning) {
    return {name, member, meaning, true};
}
template <class S, class T>
constexpr Field<S, T> optional(std::string_view name, T S::*member, std::string_view meaning) {
    return {name, member, meaning, false};
}
template <class S, class T, class D>
constexpr Field<S, T> optional(std::string_view name, T S::*member, std::string_view meaning,
                               D fallback) {
    static_assert(
        !requires(T t) { t.has_value(); },
        "a field with a default is never empty: leave out std::optional");
    Field<S, T> field{name, member, meaning, false};
    if constexpr (std::is_same_v<D, bool>) {
        field.fallback = {Default::Kind::boolean, fallback, 0, {}};
    } else if constexpr (std::is_integral_v<D>) {
        field.fallback = {Default::Kind::integer, false, fallback, {}};
    } else {
        field.fallback = {Default::Kind::text, false, 0, fallback};
    }
    return field;
}

}  // namespace v1
}  // namespace tenon
