// SPDX-License-Identifier: Apache-2.0
// What a value is, and how much of it there is.
#include <cmath>
#include <limits>

#include "natives/collections.h"
#include "natives/room.h"
#include "values/number.h"
#include "values/points.h"

namespace tenon::expr {
namespace {

Value magnitude(Value number) {
    if (const auto* i = number.integer()) {
        if (*i == std::numeric_limits<std::int64_t>::min()) return -static_cast<double>(*i);
        return *i < 0 ? -*i : *i;
    }
    if (const auto* w = number.wide(); w && w->digits.starts_with('-'))
        return Wide{w->digits.substr(1)};
    if (const auto* r = number.real()) return expr::number(std::fabs(*r));
    return number;
}

bool length(Call& call) {
    if (const auto* text = textOf(call.in)) {
        if (!call.machine.spend(1 + text->size() / 100)) return false;
        call.out = static_cast<std::int64_t>(countPoints(*text));
    } else if (const auto* array = call.in.array()) {
        call.out = static_cast<std::int64_t>(array->size());
    } else if (const auto* object = call.in.object()) {
        call.out = static_cast<std::int64_t>(object->size());
    } else if (call.in.isNull()) {
        call.out = 0;
    } else if (call.in.isNumber()) {
        call.out = magnitude(std::move(call.in));
    } else {
        return call.machine.fail(call.machine.quoted(call.in) + " has no length");
    }
    return true;
}

bool type(Call& call) {
    call.out = kindName(call.in);
    return true;
}

bool isNot(Call& call) {
    const auto* boolean = call.in.boolean();
    call.out = call.in.isNull() || (boolean && !*boolean);
    return true;
}

bool absolute(Call& call) {
    call.out = call.in.isNumber() ? magnitude(std::move(call.in)) : std::move(call.in);
    return true;
}

// No integer is any of them, but for being normal, and nothing else is.
template <bool (*test)(double)>
bool isKind(Call& call) {
    call.out = call.in.isNumber() && test(real(call.in).value_or(1));
    return true;
}

bool infiniteReal(double d) { return std::isinf(d); }
bool nanReal(double d) { return std::isnan(d); }
bool normalReal(double d) { return std::isnormal(d); }

template <bool value>
bool constant(Call& call) {
    call.out = value;
    return true;
}

bool infinite(Call& call) {
    call.out = std::numeric_limits<double>::infinity();
    return true;
}

bool notANumber(Call& call) {
    call.out = std::numeric_limits<double>::quiet_NaN();
    return true;
}

constexpr Native kKindNatives[] = {
    {"length", 0, length},
    {"type", 0, type},
    {"not", 0, isNot},
    {"abs", 0, absolute},
    {"isinfinite", 0, isKind<infiniteReal>},
    {"isnan", 0, isKind<nanReal>},
    {"isnormal", 0, isKind<normalReal>},
    {"infinite", 0, infinite},
    {"nan", 0, notANumber},
    {"have_decnum", 0, constant<false>},
    {"have_literal_numbers", 0, constant<true>},
};

}  // namespace

Natives kindNatives() { return kKindNatives; }

}  // namespace tenon::expr
