// SPDX-License-Identifier: Apache-2.0
// Values as JSON Schema compares them: numbers exactly, whatever their kind, and secrets as texts.
#pragma once

#include <limits>
#include <optional>

#include "tenon/value.h"

namespace tenon::run::schema {

static_assert(std::numeric_limits<long double>::digits >= 64,
              "a long double holds every 64-bit integer and every double");

// The number itself; nothing for other kinds.
inline std::optional<long double> number(const Value& value) {
    if (const auto* integer = value.integer()) return static_cast<long double>(*integer);
    if (const auto* real = value.real()) return static_cast<long double>(*real);
    return std::nullopt;
}

inline bool same(const Value& a, const Value& b) {
    if (const auto x = number(a), y = number(b); x && y) return *x == *y;
    if (a.revealText() && b.revealText()) return *a.revealText() == *b.revealText();
    if (const auto* x = a.array(), *y = b.array(); x && y) {
        if (x->size() != y->size()) return false;
        for (std::size_t i = 0; i < x->size(); ++i)
            if (!same((*x)[i], (*y)[i])) return false;
        return true;
    }
    if (const auto* x = a.object(), *y = b.object(); x && y) {
        if (x->size() != y->size()) return false;
        for (const auto& member : *x) {
            const auto* other = y->find(member.name);
            if (!other || !same(member.value, *other)) return false;
        }
        return true;
    }
    return a == b;
}

}  // namespace tenon::run::schema
