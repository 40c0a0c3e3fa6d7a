// SPDX-License-Identifier: Apache-2.0
// What is wrong with a class that TENON_PLUGIN names, in one line where it is compiled.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

#include "tenon/idempotent.h"
#include "tenon/step.h"

namespace tenon {
inline namespace v1 {
namespace descriptor {

template <class C>
concept SaysWhoItIs = requires {
    typename std::bool_constant<(std::string_view(C::info.name).size() +
                                 std::string_view(C::info.version).size() +
                                 std::string_view(C::info.summary).size()) != 0>;
};

// Not a Step that reads its inputs itself.
template <class C>
concept Typed = HasFields<typename C::Inputs> && HasFields<typename C::Outputs>;

template <class S, class T>
constexpr bool decides(const Field<S, T>& field, const IdempotentWhen& when) {
    if (field.name != when.field || fields::Unwrap<T>::list || !fields::isTextual<T>())
        return false;
    for (std::size_t i = 0; i < when.texts.count; ++i)
        if (!field.choices.has(when.texts.texts[i])) return false;
    return true;
}

// Of a step whose one input says whether a call may be repeated: is there such an input, with such
// texts?
template <class C>
constexpr bool isDecided() {
    if constexpr (requires { C::idempotentWhen; } && Typed<C>)
        if constexpr (fields::isUsable<typename C::Inputs>())
            return std::apply(
                [](const auto&... f) { return (decides(f, C::idempotentWhen) || ...); },
                fields::list<typename C::Inputs>);
    return true;
}

template <class C>
constexpr void checkClass() {
    static_assert(SaysWhoItIs<C>,
                  "a class of a plugin has a public static constexpr tenon::StepInfo info{name, "
                  "version, summary}");
    static_assert(isDecided<C>(),
                  "idempotentWhen names an input that is a text, and texts that it takes");
}

template <class C>
constexpr void checkStep() {
    constexpr bool isStep = std::is_base_of_v<Step, C>;
    static_assert(isStep, "a step derives from tenon::TypedStep<Inputs, Outputs>");
    static_assert(!isStep || !std::is_abstract_v<C>,
                  "a step overrides run(const Inputs&, tenon::Context&)");
    static_assert(!isStep || std::is_abstract_v<C> || std::is_default_constructible_v<C>,
                  "a step is made without arguments: it has a public default constructor");
}

template <class... C>
constexpr bool areNamed() {
    if constexpr ((SaysWhoItIs<C> && ...)) return (fields::isName(C::info.name) && ...);
    return true;
}

template <class... C>
constexpr bool areDifferent() {
    if constexpr (sizeof...(C) > 0 && (SaysWhoItIs<C> && ...)) {
        const std::string_view names[] = {C::info.name...};
        for (std::size_t i = 0; i < sizeof...(C); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (names[i] == names[j]) return false;
    }
    return true;
}

// Always true: what is wrong has a line of its own.
template <class... C>
constexpr bool checkSteps() {
    static_assert(sizeof...(C) > 0, "a plugin has a step");
    static_assert(areNamed<C...>(),
                  "a step's name begins with a letter and goes on with letters, digits, _ and -");
    static_assert(areDifferent<C...>(), "two steps have the same name");
    (checkStep<C>(), ...);
    return true;
}

}  // namespace descriptor
}  // namespace v1
}  // namespace tenon
