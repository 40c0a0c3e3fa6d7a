// SPDX-License-Identifier: Apache-2.0
#include "natives/math.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "values/number.h"

namespace tenon::expr {
namespace {

// The number as a double, for what cannot be done with integers.
bool operand(Machine& machine, const Value& value, double& out) {
    if (value.wide())
        return machine.fail(machine.excerpt(value) +
                            " has more than 64 bits and cannot be computed with");
    const auto number = real(value);
    if (!number) return machine.fail(machine.quoted(value) + " number required");
    out = *number;
    return true;
}

template <double (*function)(double)>
bool one(Call& call) {
    double x = 0;
    if (!operand(call.machine, call.in, x)) return false;
    call.out = number(function(x));
    return true;
}

template <double (*function)(double, double)>
bool two(Call& call) {
    double x = 0, y = 0;
    if (!operand(call.machine, call.arguments[0], x) ||
        !operand(call.machine, call.arguments[1], y))
        return false;
    call.out = number(function(x, y));
    return true;
}

bool fusedMultiplyAdd(Call& call) {
    double x = 0, y = 0, z = 0;
    if (!operand(call.machine, call.arguments[0], x) ||
        !operand(call.machine, call.arguments[1], y) ||
        !operand(call.machine, call.arguments[2], z))
        return false;
    call.out = number(std::fma(x, y, z));
    return true;
}

// To a whole number, which an integer is already, at any length.
template <double (*function)(double)>
bool rounded(Call& call) {
    if (!call.in.integer() && !call.in.wide()) return one<function>(call);
    call.out = std::move(call.in);
    return true;
}

bool absoluteNumber(Call& call) {
    const auto* i = call.in.integer();
    if (!i || *i == std::numeric_limits<std::int64_t>::min()) return one<::fabs>(call);
    call.out = std::abs(*i);
    return true;
}

// As an exponent or an order: past the ends of an int nothing changes any more.
int whole(double d) {
    if (std::isnan(d)) return 0;
    constexpr double kMost = std::numeric_limits<int>::max();
    return static_cast<int>(std::clamp(d, -kMost, kMost));
}

// A Bessel function takes as many steps as its order says.
constexpr double kHighestOrder = 10'000;

double scaled(double x, double exponent) {
    if (std::isnan(exponent)) return exponent;
    return std::ldexp(x, whole(exponent));
}
double besselFirst(double order, double x) {
    if (std::fabs(order) > kHighestOrder) return 0;
    return ::jn(whole(order), x);
}
double besselSecond(double order, double x) {
    if (std::fabs(order) > kHighestOrder) return -HUGE_VAL;
    return ::yn(whole(order), x);
}
double toward(double x, double y) { return ::nexttoward(x, y); }

// The one of <cmath> leaves the sign in a variable of the process.
double logGamma(double x) {
    int sign = 0;
    return ::lgamma_r(x, &sign);
}

bool pair(Call& call, Value first, Value second) {
    if (!call.machine.make(2 * sizeof(Value))) return false;
    call.out = Array{std::move(first), std::move(second)};
    return true;
}

bool mantissaAndExponent(Call& call) {
    double x = 0;
    if (!operand(call.machine, call.in, x)) return false;
    int exponent = 0;
    const double mantissa = std::isfinite(x) ? std::frexp(x, &exponent) : x;
    return pair(call, number(mantissa), exponent);
}

bool fractionAndWhole(Call& call) {
    double x = 0, whole = 0;
    if (!operand(call.machine, call.in, x)) return false;
    const double fraction = std::modf(x, &whole);
    return pair(call, number(fraction), number(whole));
}

bool logGammaAndSign(Call& call) {
    double x = 0;
    if (!operand(call.machine, call.in, x)) return false;
    int sign = 0;
    const double log = ::lgamma_r(x, &sign);
    return pair(call, number(log), sign < 0 ? -1 : sign > 0 ? 1 : 0);
}

constexpr Native kMathNatives[] = {
    {"acos", 0, one<::acos>},
    {"acosh", 0, one<::acosh>},
    {"asin", 0, one<::asin>},
    {"asinh", 0, one<::asinh>},
    {"atan", 0, one<::atan>},
    {"atanh", 0, one<::atanh>},
    {"cbrt", 0, one<::cbrt>},
    {"ceil", 0, rounded<::ceil>},
    {"cos", 0, one<::cos>},
    {"cosh", 0, one<::cosh>},
    {"erf", 0, one<::erf>},
    {"erfc", 0, one<::erfc>},
    {"exp", 0, one<::exp>},
    {"exp10", 0, one<::exp10>},
    {"exp2", 0, one<::exp2>},
    {"expm1", 0, one<::expm1>},
    {"fabs", 0, absoluteNumber},
    {"floor", 0, rounded<::floor>},
    {"frexp", 0, mantissaAndExponent},
    {"gamma", 0, one<logGamma>},
    {"j0", 0, one<::j0>},
    {"j1", 0, one<::j1>},
    {"lgamma", 0, one<logGamma>},
    {"lgamma_r", 0, logGammaAndSign},
    {"log", 0, one<::log>},
    {"log10", 0, one<::log10>},
    {"log1p", 0, one<::log1p>},
    {"log2", 0, one<::log2>},
    {"logb", 0, one<::logb>},
    {"modf", 0, fractionAndWhole},
    {"nearbyint", 0, rounded<::nearbyint>},
    {"rint", 0, rounded<::rint>},
    {"round", 0, rounded<::round>},
    {"significand", 0, one<::significand>},
    {"sin", 0, one<::sin>},
    {"sinh", 0, one<::sinh>},
    {"sqrt", 0, one<::sqrt>},
    {"tan", 0, one<::tan>},
    {"tanh", 0, one<::tanh>},
    {"tgamma", 0, one<::tgamma>},
    {"trunc", 0, rounded<::trunc>},
    {"y0", 0, one<::y0>},
    {"y1", 0, one<::y1>},
    {"atan2", 2, two<::atan2>},
    {"copysign", 2, two<::copysign>},
    {"drem", 2, two<::remainder>},
    {"fdim", 2, two<::fdim>},
    {"fmax", 2, two<::fmax>},
    {"fmin", 2, two<::fmin>},
    {"fmod", 2, two<::fmod>},
    {"hypot", 2, two<::hypot>},
    {"jn", 2, two<besselFirst>},
    {"ldexp", 2, two<scaled>},
    {"nextafter", 2, two<::nextafter>},
    {"nexttoward", 2, two<toward>},
    {"pow", 2, two<::pow>},
    {"remainder", 2, two<::remainder>},
    {"scalb", 2, two<::scalb>},
    {"scalbln", 2, two<scaled>},
    {"yn", 2, two<besselSecond>},
    {"fma", 3, fusedMultiplyAdd},
};

}  // namespace

Natives mathNatives() { return kMathNatives; }

}  // namespace tenon::expr
