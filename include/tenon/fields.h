// SPDX-License-Identifier: Apache-2.0
// One field list per struct. From it come the reader with strict type checks, the writer and the
// JSON Schema (made by the compiler: see abi.h); secrets are marked by their type.
//
//   struct Inputs {
//       std::string name;
//       std::int64_t pageSize{};
//       static constexpr auto fields() {
//           return std::tuple{
//               required("name", &Inputs::name, "Name of the thing"),
//               optional("pageSize", &Inputs::pageSize, "Things a page", 25).unit("things")};
//       }
//   };
//
// Members may be std::string, bool, std::int64_t, double, Secret, Value (any JSON), a struct with
// fields(), and std::optional, std::vector or std::map<std::string, …> of these.
#pragma once

#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "tenon/field.h"
#include "tenon/value.h"

namespace tenon {
inline namespace v1 {

template <class T>
concept HasFields = requires {
    T::fields();
};

// Something wrong with the data, and where: a JSON pointer into it.
struct Problem {
    std::string pointer;  // "/connection/baseUrl"; "" is the whole
    std::string text;     // "is a number; wanted a string"
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

// A name as one part of a JSON pointer.
inline std::string pointerPart(std::string_view name) {
    std::string out = "/";
    for (const char c : name) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

template <class T>
constexpr const char* wanted() {
    if constexpr (std::is_same_v<T, std::string>)
        return "a string";
    else if constexpr (std::is_same_v<T, Secret>)
        return "a string (a secret)";
    else if constexpr (std::is_same_v<T, bool>)
        return "true or false";
    else if constexpr (std::is_same_v<T, std::int64_t>)
        return "an integer";
    else if constexpr (std::is_same_v<T, double>)
        return "a number";
    else if constexpr (Unwrap<T>::optional)
        return wanted<typename Unwrap<T>::Item>();
    else if constexpr (Unwrap<T>::list)
        return "an array";
    else
        return "an object";
}

// In a message: what it is, and the beginning of its digits.
inline std::string tooWide(const Wide& wide) {
    constexpr std::size_t longest = 60;
    return "an integer of more than 64 bits, " + wide.digits.substr(0, longest) +
           (wide.digits.size() > longest ? "..." : "");
}

// False where no double is that large.
inline bool nearest(const Wide& wide, double& into) {
    const auto end = wide.digits.data() + wide.digits.size();
    return std::from_chars(wide.digits.data(), end, into).ec == std::errc();
}

template <class T>
void read(const Value& value, T& into, const std::string& at, std::vector<Problem>& problems);

inline void choose(const Value& value, const Choices& choices, const std::string& at,
                   std::vector<Problem>& problems) {
    if (const auto* items = value.array())
        for (std::size_t i = 0; i < items->size(); ++i)
            choose((*items)[i], choices, at + "/" + std::to_string(i), problems);
    const auto* text = value.revealText();
    if (!text || choices.has(*text)) return;
    std::string wanted;
    for (std::size_t i = 0; i < choices.count; ++i)
        wanted += (i == 0 ? "" : ", ") + std::string(choices.texts[i]);
    problems.push_back({at, (value.secret() ? "is a secret" : "is \"" + *text + "\"") +
                                "; wanted one of " + wanted});
}

template <class S>
void readStruct(const Object& object, S& into, const std::string& at,
                std::vector<Problem>& problems) {
    std::string known;
    const auto one = [&](const auto& field) {
        known += (known.empty() ? "" : ", ") + std::string(field.name);
        using T = std::remove_cvref_t<decltype(into.*field.member)>;
        const Value* value = object.find(field.name);
        if (value && !(value->isNull() && !field.required && !std::is_same_v<T, Value>)) {
            read(*value, into.*field.member, at + pointerPart(field.name), problems);
            choose(*value, field.choices, at + pointerPart(field.name), problems);
        } else if (field.required) {
            problems.push_back(
                {at + pointerPart(field.name), std::string("is missing; wanted ") + wanted<T>()});
        } else if constexpr (std::is_same_v<T, bool>) {
            into.*field.member = field.fallback.boolean;
        } else if constexpr (std::is_arithmetic_v<T>) {
            into.*field.member = static_cast<T>(field.fallback.integer);
        } else if constexpr (std::is_same_v<T, std::string>) {
            into.*field.member = std::string(field.fallback.text);
        }
    };
    std::apply([&](const auto&... f) { (one(f), ...); }, S::fields());
    for (const auto& member : object) {
        const bool found = std::apply(
            [&](const auto&... f) { return ((f.name == member.name) || ...); }, S::fields());
        if (!found)
            problems.push_back(
                {at + pointerPart(member.name), "is not known here; known are " + known});
    }
}

template <class T>
void read(const Value& value, T& into, const std::string& at, std::vector<Problem>& problems) {
    const auto refuse = [&] {
        problems.push_back(
            {at, std::string("is ") + describe(value.kind()) + "; wanted " + wanted<T>()});
    };
    if constexpr (std::is_same_v<T, Value>) {
        into = value;
    } else if constexpr (Unwrap<T>::optional) {
        into.emplace();
        read(value, *into, at, problems);
    } else if constexpr (std::is_same_v<T, std::string>) {
        // A secret may fill a plain text: the user put it there by name.
        if (const auto* s = value.revealText())
            into = *s;
        else
            refuse();
    } else if constexpr (std::is_same_v<T, Secret>) {
        if (const auto* s = value.revealText())
            into = Secret(*s);
        else
            refuse();
    } else if constexpr (std::is_same_v<T, bool>) {
        if (const auto* b = value.boolean())
            into = *b;
        else
            refuse();
    } else if constexpr (std::is_same_v<T, std::int64_t>) {
        if (const auto* i = value.integer())
            into = *i;
        else if (const auto* w = value.wide())
            problems.push_back({at, "is " + tooWide(*w) + "; wanted an integer of 64 bits"});
        else
            refuse();
    } else if constexpr (std::is_same_v<T, double>) {
        if (const auto* d = value.real())
            into = *d;
        else if (const auto* i = value.integer())
            into = static_cast<double>(*i);
        else if (const auto* w = value.wide(); !w || !nearest(*w, into))
            refuse();
    } else if constexpr (Unwrap<T>::list) {
        const auto* array = value.array();
        if (!array) return refuse();
        for (std::size_t i = 0; i < array->size(); ++i)
            read((*array)[i], into.emplace_back(), at + "/" + std::to_string(i), problems);
    } else if constexpr (Unwrap<T>::map) {
        const auto* object = value.object();
        if (!object) return refuse();
        for (const auto& m : *object)
            read(m.value, into[m.name], at + pointerPart(m.name), problems);
    } else {
        static_assert(HasFields<T>, "a field's type needs fields()");
        if (const auto* object = value.object())
            readStruct(*object, into, at, problems);
        else
            refuse();
    }
}

template <class T>
Value write(const T& from) {
    if constexpr (Unwrap<T>::optional) {
        return from ? write(*from) : Value();
    } else if constexpr (Unwrap<T>::list) {
        Array out;
        for (const auto& item : from) out.push_back(write(item));
        return out;
    } else if constexpr (Unwrap<T>::map) {
        Object out;
        for (const auto& [name, item] : from) out.set(name, write(item));
        return out;
    } else if constexpr (HasFields<T>) {
        Object out;
        std::apply(
            [&](const auto&... f) { (out.set(std::string(f.name), write(from.*f.member)), ...); },
            T::fields());
        return out;
    } else {
        return Value(from);
    }
}

}  // namespace fields

// Reads a struct strictly: exact types, nothing missing, nothing unknown. Every problem is added to
// `problems`; the struct is only good if none was.
template <HasFields T>
T readFields(const Value& value, std::vector<Problem>& problems) {
    T out{};
    fields::read(value, out, "", problems);
    return out;
}

// Secrets stay secrets in the Value; empty optionals become null.
template <HasFields T>
Value writeFields(const T& from) {
    return fields::write(from);
}

}  // namespace v1
}  // namespace tenon
