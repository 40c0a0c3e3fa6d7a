// SPDX-License-Identifier: Apache-2.0
// Values as JSON Schema compares them: numbers exactly, whatever their kind, and secrets as texts.
#pragma once

#include <cstdlib>
#include <functional>
#include <string>

#include "schema/watch.h"
#include "tenon/value.h"
#include "values/number.h"

namespace tenon::schema {

// The nearest double: the same for numbers that are the same.
inline double nearest(const Value& number) {
    if (const auto* integer = number.integer()) return static_cast<double>(*integer);
    if (const auto* real = number.real()) return *real;
    return std::strtod(number.wide()->digits.c_str(), nullptr);
}

inline bool same(const Value& a, const Value& b, Watch& watch) {
    watch.work();
    if (a.isNumber() && b.isNumber()) return expr::compareNumbers(a, b) == 0;
    if (a.revealText() && b.revealText()) return *a.revealText() == *b.revealText();
    if (const auto* x = a.array(), *y = b.array(); x && y) {
        if (x->size() != y->size()) return false;
        for (std::size_t i = 0; i < x->size(); ++i)
            if (!same((*x)[i], (*y)[i], watch)) return false;
        return true;
    }
    if (const auto* x = a.object(), *y = b.object(); x && y) {
        if (x->size() != y->size()) return false;
        for (const auto& member : *x) {
            const auto* other = y->find(member.name);
            if (!other || !same(member.value, *other, watch)) return false;
        }
        return true;
    }
    return a == b;
}

// The same for what is the same.
inline std::size_t hash(const Value& value, Watch& watch) {
    watch.work();
    if (value.isNumber()) return std::hash<double>()(nearest(value));
    if (const auto* text = value.revealText()) return std::hash<std::string>()(*text);
    std::size_t out = static_cast<std::size_t>(value.kind());
    if (value.boolean()) out += *value.boolean();
    if (const auto* array = value.array())
        for (const auto& item : *array) out = out * 31 + hash(item, watch);
    if (const auto* object = value.object())
        for (const auto& member : *object)  // in any order
            out += (std::hash<std::string>()(member.name) ^ hash(member.value, watch)) * 31;
    return out;
}

}  // namespace tenon::schema
