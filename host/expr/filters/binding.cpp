// SPDX-License-Identifier: Apache-2.0
#include "expr/filters/binding.h"

#include "expr/filters/access.h"

namespace tenon::expr {
namespace {

class Bind final : public Filter {
  public:
    Bind(FilterPtr source, Shapes shapes, FilterPtr body)
        : Filter(source->single() && body->single() && shapes.plain()),
          source_(std::move(source)),
          shapes_(std::move(shapes)),
          body_(std::move(body)) {}

    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Value value;
        const Got got = source_->one(machine, where, in.lent(), value);
        if (got != Got::value) return got;
        return body_->one(machine, bound(where, std::move(value)), in, out);
    }
    Flow many(Machine& machine, const Environment& where, In in, Sink out,
              Tail& tail) const override {
        if (shapes_.plain() && isSingle(*source_, where)) {
            Value value;
            const Got got = expr::one(*source_, machine, where, in.lent(), value);
            if (got != Got::value) return got == Got::nothing ? Flow::on : Flow::off;
            tail.where = bound(where, std::move(value));
            tail.filter = body_.get();
            return Flow::tail;
        }
        const auto onBound = [&](const Environment& inside) {
            return each(*body_, machine, inside, in.lent(), out);
        };
        const auto onValue = [&](Value&& value) {
            return destructure(shapes_, machine, where, value, onBound);
        };
        return each(*source_, machine, where, in.lent(), onValue) ? Flow::on : Flow::off;
    }
    bool paths(Machine& machine, const Environment& where, const Spot& in,
               SpotSink out) const override {
        const auto onBound = [&](const Environment& inside) {
            return body_->paths(machine, inside, in, out);
        };
        const auto onValue = [&](Value&& value) {
            return destructure(shapes_, machine, where, value, onBound);
        };
        return each(*source_, machine, where, In(in.value), onValue);
    }

  private:
    FilterPtr source_;
    Shapes shapes_;
    FilterPtr body_;
};

class Reduce final : public Filter {
  public:
    Reduce(FilterPtr source, Shapes shapes, FilterPtr start, FilterPtr step)
        : Filter(start->single()),
          source_(std::move(source)),
          shapes_(std::move(shapes)),
          start_(std::move(start)),
          step_(std::move(step)) {}

    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        const Got got = start_->one(machine, where, in.lent(), out);
        if (got != Got::value) return got;
        return fold(machine, where, in, out) ? Got::value : Got::off;
    }
    Flow many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const override {
        const auto onStart = [&](Value&& state) {
            return fold(machine, where, in.lent(), state) && out(machine, std::move(state));
        };
        return each(*start_, machine, where, in.lent(), onStart) ? Flow::on : Flow::off;
    }

  private:
    // The state is handed over, so that it can grow in place. Of several the last counts; none
    // makes it null.
    bool fold(Machine& machine, const Environment& where, In in, Value& state) const {
        const auto onBound = [&](const Environment& inside) {
            Value before = std::exchange(state, Value());
            if (isSingle(*step_, inside)) {
                const Got got = expr::one(*step_, machine, inside, handed(before), state);
                if (got == Got::nothing) state = Value();
                return got != Got::off;
            }
            const auto onStep = [&](Value&& value) {
                state = std::move(value);
                return true;
            };
            return each(*step_, machine, inside, handed(before), onStep);
        };
        const auto onValue = [&](Value&& value) {
            return machine.spend() && destructure(shapes_, machine, where, value, onBound);
        };
        return each(*source_, machine, where, in, onValue);
    }

    FilterPtr source_;
    Shapes shapes_;
    FilterPtr start_, step_;
};

class Foreach final : public Filter {
  public:
    Foreach(FilterPtr source, Shapes shapes, FilterPtr start, FilterPtr step, FilterPtr result)
        : Filter(false),
          source_(std::move(source)),
          shapes_(std::move(shapes)),
          start_(std::move(start)),
          step_(std::move(step)),
          result_(std::move(result)) {}

    Flow many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const override {
        const auto onStart = [&](Value&& state) {
            const auto onBound = [&](const Environment& inside) {
                Value before = std::exchange(state, Value());
                const auto onStep = [&](Value&& value) {
                    state = std::move(value);
                    return result_ ? each(*result_, machine, inside, In(state), out)
                                   : out(machine, Value(state));
                };
                return each(*step_, machine, inside, handed(before), onStep);
            };
            const auto onValue = [&](Value&& value) {
                return machine.spend() && destructure(shapes_, machine, where, value, onBound);
            };
            return each(*source_, machine, where, in.lent(), onValue);
        };
        return each(*start_, machine, where, in.lent(), onStart) ? Flow::on : Flow::off;
    }

  private:
    FilterPtr source_;
    Shapes shapes_;
    FilterPtr start_, step_, result_;
};

}  // namespace

FilterPtr bind(FilterPtr source, Shapes shapes, FilterPtr body) {
    return std::make_unique<Bind>(std::move(source), std::move(shapes), std::move(body));
}
FilterPtr reduce(FilterPtr source, Shapes shapes, FilterPtr start, FilterPtr step) {
    return std::make_unique<Reduce>(std::move(source), std::move(shapes), std::move(start),
                                    std::move(step));
}
FilterPtr foreach (FilterPtr source, Shapes shapes, FilterPtr start, FilterPtr step,
                   FilterPtr result) {
    return std::make_unique<Foreach>(std::move(source), std::move(shapes), std::move(start),
                                     std::move(step), std::move(result));
}

}  // namespace tenon::expr
