// SPDX-License-Identifier: Apache-2.0
// What is wrong with a struct's list of fields, in one line where it is compiled. The compiler says
// it together with the field: checkField() [S = Inputs; name = Name{"count"}].
#pragma once

#include <cstddef>
#include <string_view>
#include <tuple>
#include <utility>

#include "tenon/field.h"
#include "tenon/own_default.h"

namespace tenon {
inline namespace v1 {
namespace fields {

enum class Mistake { none, name, twice, manyChoices, range, noChoice };

// A letter or _, then letters, digits, _ and -: a manifest writes it without quotes.
constexpr bool isName(std::string_view name) {
    const auto isLetter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    if (name.empty() || !isLetter(name.front())) return false;
    for (const char c : name)
        if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '-') return false;
    return true;
}

template <class S, class T>
constexpr Mistake mistakeOf(const Field<S, T>& field) {
    const auto& fallback = field.fallback;
    if (!isName(field.name)) return Mistake::name;
    if (field.choices.count > Choices::kMost) return Mistake::manyChoices;
    if (!fallback.inRange) return Mistake::range;
    if (fallback.kind == Default::Kind::text && !field.choices.has(fallback.text))
        return Mistake::noChoice;
    if constexpr (std::is_same_v<T, std::string> && Makeable<S>)
        if (!field.required && fallback.kind == Default::Kind::none) {
            S made{};
            if (saysMore(made.*field.member) && !field.choices.has(made.*field.member))
                return Mistake::noChoice;
        }
    return Mistake::none;
}

// A field's name as the compiler shows it, as far as there is room.
struct Name {
    static constexpr std::size_t kMost = 40;
    char text[kMost]{};

    constexpr explicit Name(std::string_view name) {
        for (std::size_t i = 0; i < name.size() && i + 1 < kMost; ++i) text[i] = name[i];
    }
};

template <class S, Name name, Mistake mistake>
constexpr void checkField() {
    static_assert(mistake != Mistake::name,
                  "a field's name begins with a letter and goes on with letters, digits, _ and -");
    static_assert(mistake != Mistake::twice, "two fields have the same name");
    static_assert(mistake != Mistake::manyChoices, "oneOf takes at most 16 texts");
    static_assert(mistake != Mistake::range, "a default is not in the range of its field's type");
    static_assert(mistake != Mistake::noChoice, "a default is none of the texts of oneOf");
}

template <class S, class List>
struct ListOf {
    static constexpr bool fields = false, own = false;
};
template <class S, class... Owner, class... T>
struct ListOf<S, std::tuple<Field<Owner, T>...>> {
    static constexpr bool fields = true, own = (std::is_base_of_v<Owner, S> && ...);
};

template <class S>
concept ConstantFields = requires {
    typename std::bool_constant<(static_cast<void>(S::fields()), true)>;
};

template <class S>
using List = ListOf<S, std::remove_cvref_t<decltype(S::fields())>>;

// The list, made when the program is compiled.
template <class S>
inline constexpr auto list = S::fields();

template <class S, std::size_t I>
constexpr Mistake mistakeAt() {
    constexpr const auto& all = list<S>;
    const auto isBefore = [&]<std::size_t... J>(std::index_sequence<J...>) {
        return ((std::get<J>(all).name == std::get<I>(all).name) || ...);
    };
    const auto mistake = mistakeOf(std::get<I>(all));
    return mistake == Mistake::none && isBefore(std::make_index_sequence<I>()) ? Mistake::twice
                                                                               : mistake;
}
template <class S, std::size_t... I>
constexpr void checkEach(std::index_sequence<I...>) {
    (checkField<S, Name(std::get<I>(list<S>).name), mistakeAt<S, I>()>(), ...);
}

// May the list be used? If not, this says why, and whoever would use it does nothing, so that no
// other line comes after.
template <class S>
constexpr bool isUsable() {
    static_assert(List<S>::fields, "fields() gives std::tuple{required(...), optional(...), ...}");
    static_assert(!List<S>::fields || List<S>::own, "a field is a member of another struct");
    static_assert(!List<S>::own || ConstantFields<S>, "fields() is static constexpr");
    constexpr bool usable = List<S>::own && ConstantFields<S>;
    if constexpr (usable)
        checkEach<S>(std::make_index_sequence<std::tuple_size_v<decltype(S::fields())>>());
    return usable;
}

}  // namespace fields
}  // namespace v1
}  // namespace tenon
