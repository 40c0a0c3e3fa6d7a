// SPDX-License-Identifier: Apache-2.0
// `try` and labels: where an unwinding ends.
#include "expr/filters/flow.h"

namespace tenon::expr {
namespace {

class Attempt final : public Filter {
  public:
    Attempt(FilterPtr body, FilterPtr handler)
        : Filter(body->single() && handler->single()),
          body_(std::move(body)),
          handler_(std::move(handler)) {}

    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        const Got got = body_->one(machine, where, in.lent(), out);
        if (got != Got::off || !machine.failed()) return got;
        Value error = machine.caught();
        return handler_->one(machine, where, handed(error), out);
    }
    // What fails behind the `try`, in the sink, is not its own.
    Flow many(Machine& machine, const Environment& where, In in, Sink out,
              Tail& tail) const override {
        bool behind = false;
        const auto onBody = [&](Value&& value) {
            return !(behind = !out(machine, std::move(value)));
        };
        if (each(*body_, machine, where, in.lent(), onBody)) return Flow::on;
        if (behind || !machine.failed()) return Flow::off;
        tail.value = machine.caught();
        tail.given = true;
        tail.filter = handler_.get();
        return Flow::tail;
    }
    bool paths(Machine& machine, const Environment& where, const Spot& in,
               SpotSink out) const override {
        bool behind = false;
        const auto onBody = [&](const Spot& spot) { return !(behind = !out(machine, spot)); };
        if (body_->paths(machine, where, in, onBody)) return true;
        if (behind || !machine.failed()) return false;
        Value error = machine.caught();
        return handler_->paths(machine, where, Spot::nowhere(std::move(error)), out);
    }

  private:
    FilterPtr body_, handler_;
};

// The binding itself is what an unwinding is for.
class Label final : public Filter {
  public:
    explicit Label(FilterPtr body) : Filter(false), body_(std::move(body)) {}
    Flow many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const override {
        const Environment inside = bound(where, Value());
        if (each(*body_, machine, inside, in, out)) return Flow::on;
        return machine.arrived(inside.operator->()) ? Flow::on : Flow::off;
    }
    bool paths(Machine& machine, const Environment& where, const Spot& in,
               SpotSink out) const override {
        const Environment inside = bound(where, Value());
        return body_->paths(machine, inside, in, out) || machine.arrived(inside.operator->());
    }

  private:
    FilterPtr body_;
};

class Leave final : public Filter {
  public:
    explicit Leave(std::size_t steps) : Filter(true), steps_(steps) {}
    Got one(Machine& machine, const Environment& where, In, Value&) const override {
        machine.leave(where.outer(steps_).operator->());
        return Got::off;
    }

  private:
    std::size_t steps_;
};

}  // namespace

FilterPtr attempt(FilterPtr body, FilterPtr handler) {
    return std::make_unique<Attempt>(std::move(body), handler ? std::move(handler) : empty());
}
FilterPtr label(FilterPtr body) { return std::make_unique<Label>(std::move(body)); }
FilterPtr leave(std::size_t steps) { return std::make_unique<Leave>(steps); }

}  // namespace tenon::expr
