// SPDX-License-Identifier: Apache-2.0
// The reader behind readFields: exact types, nothing missing, nothing unknown. See fields.h.
#pragma once

#include <charconv>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "tenon/field.h"
#include "tenon/field_checks.h"
#include "tenon/value.h"

namespace tenon {
inline namespace v1 {

// Something wrong with the data, and where: a JSON pointer into it.
// Thread: a value's.
struct Problem {
    std::string pointer;  // "/connection/baseUrl"; "" is the whole
    std::string text;     // "is a number; wanted a string"
};

namespace fields {

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

// Where a value stands in the whole. Its text is made where there is a problem to tell.
// Thread: the call's.
class Place {
  public:
    Place() = default;  // the whole
    Place(const Place& outer, std::string_view name) : outer_(&outer), name_(name) {}
    Place(const Place& outer, std::size_t index) : outer_(&outer), index_(index), isItem_(true) {}

    // A JSON pointer.
    [[nodiscard]] std::string text() const {
        if (!outer_) return "";
        return outer_->text() + (isItem_ ? "/" + std::to_string(index_) : pointerPart(name_));
    }

  private:
    const Place* outer_ = nullptr;
    std::string_view name_;
    std::size_t index_ = 0;
    bool isItem_ = false;
};

template <class T>
constexpr const char* wanted() {
    if constexpr (std::is_same_v<T, std::string>)
        return "a string";
    else if constexpr (std::is_same_v<T, Secret>)
        return "a string (a secret)";
    else if constexpr (std::is_same_v<T, bool>)
        return "true or false";
    else if constexpr (isInteger<T>)
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

// False where no number of that type is that large.
template <class T>
bool nearest(const Wide& wide, T& into) {
    const auto end = wide.digits.data() + wide.digits.size();
    return std::from_chars(wide.digits.data(), end, into).ec == std::errc();
}

// False where it is no integer.
template <class T>
bool readInteger(const Value& value, T& into, const Place& at, std::vector<Problem>& problems) {
    const auto* integer = value.integer();
    const auto* wide = value.wide();
    if (!integer && !wide) return false;
    if (integer && std::in_range<T>(*integer)) {
        into = static_cast<T>(*integer);
    } else if (!wide || !nearest(*wide, into)) {
        using Limits = std::numeric_limits<T>;
        const auto range =
            sizeof(T) == sizeof(std::int64_t) && std::is_signed_v<T>
                ? std::string("of 64 bits")
                : "from " + std::to_string(Limits::min()) + " to " + std::to_string(Limits::max());
        problems.push_back({at.text(), "is " + (wide ? tooWide(*wide) : std::to_string(*integer)) +
                                           "; wanted an integer " + range});
    }
    return true;
}

template <class T>
void read(const Value& value, T& into, const Place& at, std::vector<Problem>& problems);

inline void choose(const Value& value, const Choices& choices, const Place& at,
                   std::vector<Problem>& problems) {
    if (const auto* items = value.array())
        for (std::size_t i = 0; i < items->size(); ++i)
            choose((*items)[i], choices, Place(at, i), problems);
    const auto* text = value.revealText();
    if (!text || choices.has(*text)) return;
    std::string wanted;
    for (std::size_t i = 0; i < choices.count; ++i)
        wanted += (i == 0 ? "" : ", ") + std::string(choices.texts[i]);
    problems.push_back({at.text(), (value.secret() ? "is a secret" : "is \"" + *text + "\"") +
                                       "; wanted one of " + wanted});
}

// Of a member that is left out.
template <class T>
void fill(T& member, const Default& fallback) {
    if constexpr (std::is_same_v<T, bool>)
        member = fallback.boolean;
    else if constexpr (isInteger<T>)
        member = static_cast<T>(fallback.integer);
    else if constexpr (std::is_same_v<T, double>)
        member = fallback.real;
    else if constexpr (std::is_same_v<T, std::string>)
        member = std::string(fallback.text);
}

template <class S>
void refuseUnknown(const Object& object, const Place& at, std::vector<Problem>& problems) {
    std::string known;
    const auto name = [&](const auto& field) {
        known += (known.empty() ? "" : ", ") + std::string(field.name);
    };
    std::apply([&](const auto&... f) { (name(f), ...); }, list<S>);
    for (const auto& member : object)
        if (!std::apply([&](const auto&... f) { return ((f.name == member.name) || ...); },
                        list<S>))
            problems.push_back(
                {Place(at, member.name).text(), "is not known here; known are " + known});
}

template <class S>
void readStruct(const Object& object, S& into, const Place& at, std::vector<Problem>& problems) {
    std::size_t found = 0;
    const auto one = [&](const auto& field) {
        using T = std::remove_cvref_t<decltype(into.*field.member)>;
        const Place here(at, field.name);
        const Value* value = object.find(field.name);
        found += value != nullptr;
        if (value && !(value->isNull() && !field.required && !std::is_same_v<T, Value>)) {
            read(*value, into.*field.member, here, problems);
            if (field.choices.count > 0) choose(*value, field.choices, here, problems);
        } else if (field.required) {
            problems.push_back({here.text(), std::string("is missing; wanted ") + wanted<T>()});
        } else if (field.fallback.kind != Default::Kind::none) {
            fill(into.*field.member, field.fallback);
        }
    };
    std::apply([&](const auto&... f) { (one(f), ...); }, list<S>);
    if (found < object.size()) refuseUnknown<S>(object, at, problems);
}

template <class T>
void read(const Value& value, T& into, const Place& at, std::vector<Problem>& problems) {
    const auto refuse = [&] {
        problems.push_back(
            {at.text(), std::string("is ") + describe(value.kind()) + "; wanted " + wanted<T>()});
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
    } else if constexpr (isInteger<T>) {
        if (!readInteger(value, into, at, problems)) refuse();
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
        into.clear();
        for (std::size_t i = 0; i < array->size(); ++i) {
            typename Unwrap<T>::Item item{};
            read((*array)[i], item, Place(at, i), problems);
            into.push_back(std::move(item));
        }
    } else if constexpr (Unwrap<T>::map) {
        const auto* object = value.object();
        if (!object) return refuse();
        into.clear();
        for (const auto& m : *object) read(m.value, into[m.name], Place(at, m.name), problems);
    } else if constexpr (HasFields<T>) {
        into = T{};
        if (!value.object()) return refuse();
        if constexpr (isUsable<T>()) readStruct(*value.object(), into, at, problems);
    }
}

}  // namespace fields
}  // namespace v1
}  // namespace tenon
