// SPDX-License-Identifier: Apache-2.0
#include "expr/filters/flow.h"

#include "expr/filters/access.h"

namespace tenon::expr {
namespace {

// The rest is `filter`, on the same input.
Flow hand(Tail& tail, const Filter& filter) {
    tail.filter = &filter;
    return Flow::tail;
}
Flow hand(Tail& tail, const Filter& filter, Value&& value) {
    tail.value = std::move(value);
    tail.given = true;
    return hand(tail, filter);
}

class Empty final : public Filter {
  public:
    Empty() : Filter(true) {}
    Got one(Machine&, const Environment&, In, Value&) const override { return Got::nothing; }
    bool paths(Machine&, const Environment&, const Spot&, SpotSink) const override { return true; }
};

class Pipe final : public Filter {
  public:
    Pipe(FilterPtr left, FilterPtr right)
        : Filter(left->single() && right->single()),
          left_(std::move(left)),
          right_(std::move(right)) {}

    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Value middle;
        const Got got = left_->one(machine, where, in, middle);
        return got == Got::value ? right_->one(machine, where, handed(middle), out) : got;
    }
    Flow many(Machine& machine, const Environment& where, In in, Sink out,
              Tail& tail) const override {
        if (isSingle(*left_, where)) {
            Value middle;
            const Got got = expr::one(*left_, machine, where, in, middle);
            if (got == Got::value) return hand(tail, *right_, std::move(middle));
            return go(got == Got::nothing);
        }
        const auto onLeft = [&](In middle) { return each(*right_, machine, where, middle, out); };
        return go(left_->lend(machine, where, in, onLeft));
    }
    bool paths(Machine& machine, const Environment& where, const Spot& in,
               SpotSink out) const override {
        const auto onLeft = [&](const Spot& middle) {
            return right_->paths(machine, where, middle, out);
        };
        return machine.deeper() && left_->paths(machine, where, in, onLeft);
    }

  private:
    FilterPtr left_, right_;
};

class Comma final : public Filter {
  public:
    Comma(FilterPtr left, FilterPtr right)
        : Filter(false), left_(std::move(left)), right_(std::move(right)) {}
    Flow many(Machine& machine, const Environment& where, In in, Sink out,
              Tail& tail) const override {
        if (!each(*left_, machine, where, in.lent(), out)) return Flow::off;
        return hand(tail, *right_);
    }
    bool paths(Machine& machine, const Environment& where, const Spot& in,
               SpotSink out) const override {
        return left_->paths(machine, where, in, out) && right_->paths(machine, where, in, out);
    }

  private:
    FilterPtr left_, right_;
};

class Alternative final : public Filter {
  public:
    Alternative(FilterPtr left, FilterPtr right)
        : Filter(left->single() && right->single()),
          left_(std::move(left)),
          right_(std::move(right)) {}

    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        const Got got = left_->one(machine, where, in.lent(), out);
        if (got == Got::off || (got == Got::value && isTrue(out))) return got;
        return right_->one(machine, where, in, out);
    }
    Flow many(Machine& machine, const Environment& where, In in, Sink out,
              Tail& tail) const override {
        bool found = false;
        const auto onLeft = [&](Value&& value) {
            if (!isTrue(value)) return true;
            found = true;
            return out(machine, std::move(value));
        };
        if (!each(*left_, machine, where, in.lent(), onLeft)) return Flow::off;
        return found ? Flow::on : hand(tail, *right_);
    }
    bool paths(Machine& machine, const Environment& where, const Spot& in,
               SpotSink out) const override {
        bool found = false;
        const auto onLeft = [&](const Spot& spot) {
            if (!isTrue(spot.value)) return true;
            found = true;
            return out(machine, spot);
        };
        if (!left_->paths(machine, where, in, onLeft)) return false;
        return found || right_->paths(machine, where, in, out);
    }

  private:
    FilterPtr left_, right_;
};

// `and` and `or`: where the left has the one value, that is the result.
class Logic final : public Filter {
  public:
    Logic(FilterPtr left, FilterPtr right, bool decides)
        : Filter(left->single() && right->single()),
          left_(std::move(left)),
          right_(std::move(right)),
          decides_(decides) {}

    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Got got = left_->one(machine, where, in.lent(), out);
        if (got != Got::value) return got;
        if (isTrue(out) != decides_) {
            Value right;
            if (got = right_->one(machine, where, in, right); got != Got::value) return got;
            out = isTrue(right);
        } else {
            out = decides_;
        }
        return Got::value;
    }
    Flow many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const override {
        const auto onRight = [&](Value&& right) { return out(machine, Value(isTrue(right))); };
        const auto onLeft = [&](Value&& left) {
            if (isTrue(left) == decides_) return out(machine, Value(decides_));
            return each(*right_, machine, where, in.lent(), onRight);
        };
        return go(each(*left_, machine, where, in.lent(), onLeft));
    }

  private:
    FilterPtr left_, right_;
    bool decides_;
};

class Choice final : public Filter {
  public:
    Choice(FilterPtr condition, FilterPtr then, FilterPtr otherwise)
        : Filter(condition->single() && then->single() && otherwise->single()),
          condition_(std::move(condition)),
          then_(std::move(then)),
          otherwise_(std::move(otherwise)) {}

    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Value condition;
        const Got got = condition_->one(machine, where, in.lent(), condition);
        if (got != Got::value) return got;
        return branch(condition).one(machine, where, in, out);
    }
    Got look(Machine& machine, const Environment& where, In in, Value& own,
             const Value*& out) const override {
        Value condition;
        const Got got = condition_->one(machine, where, in.lent(), condition);
        if (got != Got::value) return got;
        return branch(condition).look(machine, where, in, own, out);
    }
    Flow many(Machine& machine, const Environment& where, In in, Sink out,
              Tail& tail) const override {
        if (isSingle(*condition_, where)) {
            Value condition;
            const Got got = expr::one(*condition_, machine, where, in.lent(), condition);
            return got == Got::value ? hand(tail, branch(condition)) : go(got == Got::nothing);
        }
        const auto onCondition = [&](Value&& condition) {
            return each(branch(condition), machine, where, in.lent(), out);
        };
        return go(each(*condition_, machine, where, in.lent(), onCondition));
    }
    bool paths(Machine& machine, const Environment& where, const Spot& in,
               SpotSink out) const override {
        const auto onCondition = [&](Value&& condition) {
            return branch(condition).paths(machine, where, in, out);
        };
        return each(*condition_, machine, where, In(in.value), onCondition);
    }

  private:
    [[nodiscard]] const Filter& branch(const Value& condition) const {
        return isTrue(condition) ? *then_ : *otherwise_;
    }
    FilterPtr condition_, then_, otherwise_;
};

}  // namespace

FilterPtr empty() { return std::make_unique<Empty>(); }
FilterPtr pipe(FilterPtr left, FilterPtr right) {
    return std::make_unique<Pipe>(std::move(left), std::move(right));
}
FilterPtr comma(FilterPtr left, FilterPtr right) {
    return std::make_unique<Comma>(std::move(left), std::move(right));
}
FilterPtr alternative(FilterPtr left, FilterPtr right) {
    return std::make_unique<Alternative>(std::move(left), std::move(right));
}
FilterPtr conjunction(FilterPtr left, FilterPtr right) {
    return std::make_unique<Logic>(std::move(left), std::move(right), false);
}
FilterPtr disjunction(FilterPtr left, FilterPtr right) {
    return std::make_unique<Logic>(std::move(left), std::move(right), true);
}
FilterPtr choice(FilterPtr condition, FilterPtr then, FilterPtr otherwise) {
    return std::make_unique<Choice>(std::move(condition), std::move(then),
                                    otherwise ? std::move(otherwise) : identity());
}

}  // namespace tenon::expr
