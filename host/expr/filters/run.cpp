// SPDX-License-Identifier: Apache-2.0
// Functions that end an evaluation, or ask and tell the run.
#include <chrono>

#include "expr/filters/access.h"
#include "expr/filters/special.h"
#include "values/number.h"

namespace tenon::expr {
namespace {

class Fail final : public Filter {
  public:
    explicit Fail(FilterPtr error) : Filter(error->single()), error_(std::move(error)) {}
    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        const Got got = error_->one(machine, where, in, out);
        if (got != Got::value) return got;
        machine.raise(std::move(out));
        return Got::off;
    }
    Flow many(Machine& machine, const Environment& where, In in, Sink, Tail&) const override {
        const auto onError = [&](Value&& error) { return machine.raise(std::move(error)); };
        return each(*error_, machine, where, in, onError) ? Flow::on : Flow::off;
    }

  private:
    FilterPtr error_;
};

class Now final : public Filter {
  public:
    Now() : Filter(true) {}
    Got one(Machine& machine, const Environment&, In, Value& out) const override {
        if (auto* watch = machine.scope().watch) {
            out = number(watch->now());
            return Got::value;
        }
        machine.fail("now is not to be had here: there is no clock");
        return Got::off;
    }
};

// Passes its input on, and tells of the messages.
class Debug final : public Filter {
  public:
    explicit Debug(FilterPtr message) : Filter(true), message_(std::move(message)) {}
    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        const auto tell = [&](Value&& message) {
            if (auto* watch = machine.scope().watch) watch->debug(message);
            return true;
        };
        if (!each(*message_, machine, where, in.lent(), tell)) return Got::off;
        out = in.take();
        return Got::value;
    }
    bool paths(Machine& machine, const Environment& where, const Spot& in,
               SpotSink out) const override {
        Value same;
        return one(machine, where, In(in.value), same) == Got::value && out(machine, in);
    }

  private:
    FilterPtr message_;
};

FilterPtr debugOf(FilterPtr message) { return std::make_unique<Debug>(std::move(message)); }

// All names, as `name/arity`.
FilterPtr builtins() {
    Array out;
    for (const auto& [name, arity] : functions())
        out.emplace_back(name + "/" + std::to_string(arity));
    return literal(std::move(out));
}

const Special kRunSpecials[] = {
    {"builtins", 0, [](Arguments&&) { return builtins(); }},
    {"error", 0, [](Arguments&&) -> FilterPtr { return std::make_unique<Fail>(identity()); }},
    {"error", 1,
     [](Arguments&& a) -> FilterPtr { return std::make_unique<Fail>(std::move(a[0])); }},
    {"now", 0, [](Arguments&&) -> FilterPtr { return std::make_unique<Now>(); }},
    {"debug", 0, [](Arguments&&) { return debugOf(identity()); }},
    {"debug", 1, [](Arguments&& a) { return debugOf(std::move(a[0])); }},
    {"null", 0, [](Arguments&&) { return literal(Value()); }},
    {"true", 0, [](Arguments&&) { return literal(true); }},
    {"false", 0, [](Arguments&&) { return literal(false); }},
    {"input_line_number", 0, [](Arguments&&) { return literal(0); }},
};

}  // namespace

std::span<const Special> runSpecials() { return kRunSpecials; }

}  // namespace tenon::expr
