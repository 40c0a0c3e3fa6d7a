// SPDX-License-Identifier: Apache-2.0
#include "expr/filters/operators.h"

#include <map>

#include "expr/filters/arithmetic.h"
#include "values/number.h"
#include "values/order.h"

namespace tenon::expr {
namespace {

template <class Test>
bool compared(Machine& machine, const Value& left, const Value& right, const char* what, Value& out,
              Test test) {
    if (left.depth() > kDeepestCompared && right.depth() > kDeepestCompared)
        return machine.fail(std::string(what) + " too deep");
    Comparing comparing(machine);
    out = test(comparing.order(left, right));
    return comparing.going();
}
constexpr const char *kEquality = "Equality check", *kComparison = "Comparison";
bool equals(Machine& machine, Value&& a, Value&& b, Value& out) {
    return compared(machine, a, b, kEquality, out, [](auto order) { return order == 0; });
}
bool differs(Machine& machine, Value&& a, Value&& b, Value& out) {
    return compared(machine, a, b, kEquality, out, [](auto order) { return order != 0; });
}
bool isLess(Machine& machine, Value&& a, Value&& b, Value& out) {
    return compared(machine, a, b, kComparison, out, [](auto order) { return order < 0; });
}
bool isAtMost(Machine& machine, Value&& a, Value&& b, Value& out) {
    return compared(machine, a, b, kComparison, out, [](auto order) { return order <= 0; });
}
bool isMore(Machine& machine, Value&& a, Value&& b, Value& out) {
    return isLess(machine, std::move(b), std::move(a), out);
}
bool isAtLeast(Machine& machine, Value&& a, Value&& b, Value& out) {
    return isAtMost(machine, std::move(b), std::move(a), out);
}

class Binary final : public Filter {
  public:
    Binary(Operation operation, FilterPtr left, FilterPtr right)
        : Filter(left->single() && right->single()),
          operation_(operation),
          left_(std::move(left)),
          right_(std::move(right)) {}

    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Value left, right;
        if (const Got got = right_->one(machine, where, in.lent(), right); got != Got::value)
            return got;
        if (const Got got = left_->one(machine, where, in, left); got != Got::value) return got;
        return operation_(machine, std::move(left), std::move(right), out) ? Got::value : Got::off;
    }
    Flow many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const override {
        const auto onRight = [&](Value&& right) {
            const auto onLeft = [&](Value&& left) {
                Value result;
                return operation_(machine, std::move(left), Value(right), result) &&
                       out(machine, std::move(result));
            };
            return each(*left_, machine, where, in.lent(), onLeft);
        };
        return each(*right_, machine, where, in.lent(), onRight) ? Flow::on : Flow::off;
    }

  private:
    Operation operation_;
    FilterPtr left_, right_;
};

class Negated final : public Filter {
  public:
    explicit Negated(FilterPtr operand) : Filter(operand->single()), operand_(std::move(operand)) {}
    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Value value;
        if (const Got got = operand_->one(machine, where, in, value); got != Got::value) return got;
        return negate(machine, value, out) ? Got::value : Got::off;
    }
    Flow many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const override {
        const auto onValue = [&](Value&& value) {
            Value result;
            return negate(machine, value, result) && out(machine, std::move(result));
        };
        return each(*operand_, machine, where, in, onValue) ? Flow::on : Flow::off;
    }

  private:
    FilterPtr operand_;
};

}  // namespace

Operation operation(std::string_view sign) {
    static const std::map<std::string_view, Operation> all{
        {"+", add},       {"-", subtract}, {"*", multiply},  {"/", divide},
        {"%", remain},    {"==", equals},  {"!=", differs},  {"<", isLess},
        {"<=", isAtMost}, {">", isMore},   {">=", isAtLeast}};
    return all.at(sign);
}

FilterPtr binary(std::string_view sign, FilterPtr left, FilterPtr right) {
    return std::make_unique<Binary>(operation(sign), std::move(left), std::move(right));
}
FilterPtr negated(FilterPtr operand) { return std::make_unique<Negated>(std::move(operand)); }

}  // namespace tenon::expr
