// SPDX-License-Identifier: Apache-2.0
#include "expr/filters/calls.h"

namespace tenon::expr {
namespace {

class Parameter final : public Filter {
  public:
    explicit Parameter(std::size_t steps) : Filter(false), steps_(steps) {}
    [[nodiscard]] Resolved resolved(const Environment& where) const override {
        const Environment& binding = where.outer(steps_);
        return binding->filter->resolved(binding->where);
    }
    Flow many(Machine&, const Environment& where, In, Sink, Tail& tail) const override {
        const Environment& binding = where.outer(steps_);
        tail.filter = binding->filter;
        tail.where = binding->where;
        return Flow::tail;
    }
    bool paths(Machine& machine, const Environment& where, const Spot& in,
               SpotSink out) const override {
        const Environment binding = where.outer(steps_);
        return machine.deeper() && machine.spend() &&
               binding->filter->paths(machine, binding->where, in, out);
    }

  private:
    std::size_t steps_;
};

class CallDefinition final : public Filter {
  public:
    CallDefinition(const Definition& definition, std::size_t steps, std::vector<Argument> arguments)
        : Filter(areSingle(definition, arguments)),
          definition_(definition),
          steps_(steps),
          arguments_(std::move(arguments)) {}

    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Environment inside = where.outer(steps_);
        for (const auto& argument : arguments_) {
            if (!argument.value) {
                inside = handOn(inside, argument, where);
                continue;
            }
            Value value;
            const Got got = argument.filter->one(machine, where, in.lent(), value);
            if (got != Got::value) return got;
            inside = bound(inside, std::move(value));
        }
        if (!machine.deeper() || !machine.spend()) return Got::off;
        return definition_.body->one(machine, inside, in, out);
    }
    Flow many(Machine& machine, const Environment& where, In in, Sink out,
              Tail& tail) const override {
        Environment inside = where.outer(steps_);
        for (const auto& argument : arguments_) {
            if (!argument.value) {
                inside = handOn(inside, argument, where);
            } else if (expr::isSingle(*argument.filter, where)) {
                Value value;
                const Got got = expr::one(*argument.filter, machine, where, in.lent(), value);
                if (got != Got::value) return got == Got::nothing ? Flow::on : Flow::off;
                inside = bound(inside, std::move(value));
            } else {
                const auto body = [&](const Environment& ready) {
                    return each(*definition_.body, machine, ready, in.lent(), out);
                };
                return bindFrom(0, where.outer(steps_), machine, where, *in, body) ? Flow::on
                                                                                   : Flow::off;
            }
        }
        tail.filter = definition_.body.get();
        tail.where = std::move(inside);
        return Flow::tail;
    }
    bool paths(Machine& machine, const Environment& where, const Spot& in,
               SpotSink out) const override {
        const auto body = [&](const Environment& ready) {
            return definition_.body->paths(machine, ready, in, out);
        };
        return machine.deeper() && machine.spend() &&
               bindFrom(0, where.outer(steps_), machine, where, in.value, body);
    }

  private:
    using Ready = Taker<const Environment&>;

    static bool areSingle(const Definition& definition, const std::vector<Argument>& arguments) {
        if (!definition.single) return false;
        for (const auto& argument : arguments)
            if (argument.value && !argument.filter->single()) return false;
        return true;
    }
    // What only hands a parameter on takes what that is, so that calls in a row leave no trail.
    static Environment handOn(const Environment& inside, const Argument& argument,
                              const Environment& where) {
        if (argument.parameter < 0) return bound(inside, argument.filter.get(), where);
        const Environment& own = where.outer(static_cast<std::size_t>(argument.parameter));
        return bound(inside, own->filter, own->where);
    }
    bool bindFrom(std::size_t at, const Environment& inside, Machine& machine,
                  const Environment& where, const Value& in, Ready ready) const {
        if (at == arguments_.size()) return ready(machine, inside);
        const auto& argument = arguments_[at];
        if (!argument.value)
            return bindFrom(at + 1, handOn(inside, argument, where), machine, where, in, ready);
        const auto onValue = [&](Value&& value) {
            return bindFrom(at + 1, bound(inside, std::move(value)), machine, where, in, ready);
        };
        return each(*argument.filter, machine, where, In(in), onValue);
    }

    const Definition& definition_;
    std::size_t steps_;
    std::vector<Argument> arguments_;
};

class CallNative final : public Filter {
  public:
    CallNative(const Native& native, std::vector<FilterPtr> arguments)
        : Filter(allSingle(arguments)), native_(native), arguments_(std::move(arguments)) {}

    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Value values[kMost];
        for (std::size_t i = arguments_.size(); i-- > 0;) {
            const Got got = arguments_[i]->one(machine, where, in.lent(), values[i]);
            if (got != Got::value) return got;
        }
        Call call{machine, in.take(), {values, arguments_.size()}, {}};
        if (!machine.spend() || !native_.call(call)) return Got::off;
        out = std::move(call.out);
        return Got::value;
    }
    Flow many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const override {
        Value values[kMost];
        return from(arguments_.size(), values, machine, where, *in, out) ? Flow::on : Flow::off;
    }

  private:
    static constexpr std::size_t kMost = 4;

    static bool allSingle(const std::vector<FilterPtr>& arguments) {
        for (const auto& argument : arguments)
            if (!argument->single()) return false;
        return true;
    }
    bool from(std::size_t left, Value* values, Machine& machine, const Environment& where,
              const Value& in, Sink out) const {
        if (left == 0) {
            Value own[kMost];
            for (std::size_t i = 0; i < arguments_.size(); ++i) own[i] = values[i];
            Call call{machine, in, {own, arguments_.size()}, {}};
            return machine.spend() && native_.call(call) && out(machine, std::move(call.out));
        }
        const auto onValue = [&](Value&& value) {
            values[left - 1] = std::move(value);
            return from(left - 1, values, machine, where, in, out);
        };
        return each(*arguments_[left - 1], machine, where, In(in), onValue);
    }

    const Native& native_;
    std::vector<FilterPtr> arguments_;
};

}  // namespace

FilterPtr call(const Definition& definition, std::size_t steps, std::vector<Argument> arguments) {
    return std::make_unique<CallDefinition>(definition, steps, std::move(arguments));
}
FilterPtr parameter(std::size_t steps) { return std::make_unique<Parameter>(steps); }
FilterPtr call(const Native& native, std::vector<FilterPtr> arguments) {
    return std::make_unique<CallNative>(native, std::move(arguments));
}

}  // namespace tenon::expr
