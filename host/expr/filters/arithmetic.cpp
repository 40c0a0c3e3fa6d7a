// SPDX-License-Identifier: Apache-2.0
#include "expr/filters/arithmetic.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "expr/filters/joining.h"
#include "natives/text_find.h"
#include "values/number.h"
#include "values/order.h"

namespace tenon::expr {
namespace {

bool cannot(Machine& machine, const Value& left, const Value& right, const char* what) {
    for (const Value* value : {&left, &right})
        if (value->wide() && left.isNumber() && right.isNumber())
            return machine.fail(value->wide()->digits +
                                " has more than 64 bits and cannot be computed with");
    return machine.fail(machine.quoted(left) + " and " + machine.quoted(right) + " cannot be " +
                        what);
}

// Both, where both are numbers that can be computed with.
bool reals(const Value& left, const Value& right, double& a, double& b) {
    const auto x = real(left), y = real(right);
    if (!x || !y) return false;
    a = *x;
    b = *y;
    return true;
}

// Of a double, as a division wants it: cut towards zero, and no further than 64 bits go.
std::int64_t whole(const Value& value) {
    if (const auto* i = value.integer()) return *i;
    const double real = std::trunc(*value.real());
    if (real >= 9223372036854775808.0) return std::numeric_limits<std::int64_t>::max();
    if (real <= -9223372036854775808.0) return std::numeric_limits<std::int64_t>::min();
    return static_cast<std::int64_t>(real);
}

}  // namespace

bool add(Machine& machine, Value&& left, Value&& right, Value& out) {
    if (const auto* a = left.integer(), *b = right.integer(); a && b) {
        std::int64_t sum = 0;
        if (!__builtin_add_overflow(*a, *b, &sum))
            out = sum;
        else
            out = static_cast<double>(*a) + static_cast<double>(*b);
        return true;
    }
    if (left.isNull() || right.isNull()) {
        out = left.isNull() ? std::move(right) : std::move(left);
        return true;
    }
    double a = 0, b = 0;
    if (reals(left, right, a, b)) {
        out = number(a + b);
        return true;
    }
    if (textOf(left) && textOf(right)) return joinTexts(machine, std::move(left), right, out);
    if (left.array() && right.array()) return joinArrays(machine, std::move(left), right, out);
    if (left.object() && right.object()) return joinObjects(machine, std::move(left), right, out);
    return cannot(machine, left, right, "added");
}

bool subtract(Machine& machine, Value&& left, Value&& right, Value& out) {
    if (const auto* a = left.integer(), *b = right.integer(); a && b) {
        std::int64_t result = 0;
        if (!__builtin_sub_overflow(*a, *b, &result))
            out = result;
        else
            out = static_cast<double>(*a) - static_cast<double>(*b);
        return true;
    }
    double a = 0, b = 0;
    if (reals(left, right, a, b)) {
        out = number(a - b);
        return true;
    }
    if (!left.array() || !right.array()) return cannot(machine, left, right, "subtracted");
    const Array& gone = *right.array();
    Array kept;
    for (const auto& item : *left.array()) {
        if (!machine.spend(gone.size() + 1)) return false;
        if (std::any_of(gone.begin(), gone.end(), [&](auto& g) { return equal(machine, item, g); }))
            continue;
        if (!machine.make(sizeof(Value))) return false;
        kept.push_back(item);
    }
    out = std::move(kept);
    return true;
}

bool multiply(Machine& machine, Value&& left, Value&& right, Value& out) {
    if (const auto* a = left.integer(), *b = right.integer(); a && b) {
        std::int64_t result = 0;
        if (!__builtin_mul_overflow(*a, *b, &result))
            out = result;
        else
            out = static_cast<double>(*a) * static_cast<double>(*b);
        return true;
    }
    double a = 0, b = 0;
    if (reals(left, right, a, b)) {
        out = number(a * b);
        return true;
    }
    if (textOf(left) && real(right)) return repeat(machine, left, *real(right), out);
    if (real(left) && textOf(right)) return repeat(machine, right, *real(left), out);
    if (left.object() && right.object()) return mergeObjects(machine, std::move(left), right, out);
    return cannot(machine, left, right, "multiplied");
}

bool divide(Machine& machine, Value&& left, Value&& right, Value& out) {
    double a = 0, b = 0;
    if (reals(left, right, a, b)) {
        if (b == 0) return cannot(machine, left, right, "divided because the divisor is zero");
        const auto *x = left.integer(), *y = right.integer();
        if (x && y && *y != -1 && *x % *y == 0)
            out = *x / *y;
        else
            out = number(a / b);
        return true;
    }
    if (textOf(left) && textOf(right)) return splitText(machine, left, right, out);
    return cannot(machine, left, right, "divided");
}

bool remain(Machine& machine, Value&& left, Value&& right, Value& out) {
    double a = 0, b = 0;
    if (!reals(left, right, a, b)) return cannot(machine, left, right, "divided");
    if (std::isnan(a) || std::isnan(b)) {
        out = std::nan("");
        return true;
    }
    const auto x = whole(left), y = whole(right);
    if (y == 0)
        return cannot(machine, left, right, "divided (remainder) because the divisor is zero");
    out = y == -1 ? std::int64_t{0} : x % y;
    return true;
}

bool negate(Machine& machine, const Value& value, Value& out) {
    if (const auto* i = value.integer()) {
        std::int64_t result = 0;
        if (*i == 0)
            out = -0.0;
        else if (!__builtin_sub_overflow(std::int64_t{0}, *i, &result))
            out = result;
        else
            out = -static_cast<double>(*i);
        return true;
    }
    if (const auto* r = value.real()) {
        out = number(-*r);
        return true;
    }
    if (const auto* w = value.wide()) {
        const bool negative = w->digits.starts_with('-');
        out = Wide{negative ? w->digits.substr(1) : "-" + w->digits};
        return true;
    }
    return machine.fail(machine.quoted(value) + " cannot be negated");
}

}  // namespace tenon::expr
