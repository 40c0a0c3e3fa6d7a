// SPDX-License-Identifier: Apache-2.0
// What takes some of the outputs of an argument, or makes many of its own.
#include <cmath>

#include "expr/filters/access.h"
#include "expr/filters/construct.h"
#include "expr/filters/flow.h"
#include "expr/filters/special.h"
#include "values/number.h"
#include "values/order.h"

namespace tenon::expr {
namespace {

class First final : public Filter {
  public:
    explicit First(FilterPtr source) : Filter(true), source_(std::move(source)) {}
    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        return first(*source_, machine, where, in, out);
    }
    bool paths(Machine& machine, const Environment& where, const Spot& in,
               SpotSink out) const override {
        bool passed = true;
        const auto take = [&](const Spot& spot) {
            passed = out(machine, spot);
            return passed && machine.leave(&passed);
        };
        return source_->paths(machine, where, in, take) || (passed && machine.arrived(&passed));
    }

  private:
    FilterPtr source_;
};

class Last final : public Filter {
  public:
    explicit Last(FilterPtr source) : Filter(true), source_(std::move(source)) {}
    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        bool found = false;
        const auto take = [&](Value&& value) {
            out = std::move(value);
            return found = true;
        };
        if (!each(*source_, machine, where, in, take)) return Got::off;
        return found ? Got::value : Got::nothing;
    }

  private:
    FilterPtr source_;
};

// `limit(n; f)` and `skip(n; f)`.
class Part final : public Filter {
  public:
    Part(FilterPtr count, FilterPtr source, bool skips)
        : Filter(false), count_(std::move(count)), source_(std::move(source)), skips_(skips) {}

    Flow many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const override {
        const auto onCount = [&](Value&& count) {
            const auto run = [&](const auto& take) {
                return each(*source_, machine, where, in.lent(), take);
            };
            return part<Value&&>(machine, count, run, out);
        };
        return go(each(*count_, machine, where, in.lent(), onCount));
    }
    bool paths(Machine& machine, const Environment& where, const Spot& in,
               SpotSink out) const override {
        const auto onCount = [&](Value&& count) {
            const auto run = [&](const auto& take) {
                return source_->paths(machine, where, in, take);
            };
            return part<const Spot&>(machine, count, run, out);
        };
        return each(*count_, machine, where, In(in.value), onCount);
    }

  private:
    template <class Output, class Run>
    bool part(Machine& machine, const Value& count, const Run& run, Taker<Output> out) const {
        const auto number = real(count);
        const std::string name = skips_ ? "skip" : "limit";
        if (!number) return machine.fail(name + " wants a number, not " + machine.quoted(count));
        if (*number < 0) return machine.fail(name + " doesn't support negative count");
        double left = *number;
        bool passed = true;
        const auto take = [&](Output output) {
            if (skips_) return --left >= 0 || out(machine, static_cast<Output>(output));
            --left;
            passed = out(machine, static_cast<Output>(output));
            return passed && (left > 0 || machine.leave(&passed));
        };
        if (!skips_ && !(left > 0)) return true;
        return run(take) || (passed && machine.arrived(&passed));
    }

    FilterPtr count_, source_;
    bool skips_;
};

class IsEmpty final : public Filter {
  public:
    explicit IsEmpty(FilterPtr source) : Filter(true), source_(std::move(source)) {}
    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Value value;
        const Got got = first(*source_, machine, where, in, value);
        if (got != Got::off) out = got == Got::nothing;
        return got == Got::off ? got : Got::value;
    }

  private:
    FilterPtr source_;
};

// `range(from; to; by)`: the first is the outer loop.
class RangeFilter final : public Filter {
  public:
    explicit RangeFilter(Arguments&& arguments) : Filter(false), arguments_(std::move(arguments)) {}
    Flow many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const override {
        Value values[3];
        return go(from(0, values, machine, where, in.lent(), out));
    }

  private:
    bool from(std::size_t at, Value* values, Machine& machine, const Environment& where, In in,
              Sink out) const {
        if (at == arguments_.size()) return run(machine, values[0], values[1], values[2], out);
        const auto onValue = [&](Value&& value) {
            values[at] = std::move(value);
            return from(at + 1, values, machine, where, in, out);
        };
        return each(*arguments_[at], machine, where, in, onValue);
    }
    static bool run(Machine& machine, const Value& from, const Value& to, const Value& by,
                    Sink out) {
        const auto *i = from.integer(), *step = by.integer();
        const auto start = real(from), end = real(to), width = real(by);
        if (!start || !end || !width) return machine.fail("Range bounds must be numeric");
        if (*width == 0 || std::isnan(*width)) return true;
        if (i && step) {
            for (std::int64_t now = *i;
                 *width > 0 ? compareNumbers(now, to) < 0 : compareNumbers(now, to) > 0;) {
                if (!machine.spend() || !out(machine, Value(now))) return false;
                if (__builtin_add_overflow(now, *step, &now)) return true;
            }
            return true;
        }
        for (double now = *start; *width > 0 ? now < *end : now > *end;) {
            if (!machine.spend() || !out(machine, number(now))) return false;
            const double next = now + *width;
            if (next == now) return true;
            now = next;
        }
        return true;
    }

    Arguments arguments_;
};

FilterPtr rangeOf(FilterPtr from, FilterPtr to, FilterPtr by) {
    Arguments all;
    all.push_back(std::move(from));
    all.push_back(std::move(to));
    all.push_back(std::move(by));
    return std::make_unique<RangeFilter>(std::move(all));
}

const Special kCountingSpecials[] = {
    {"empty", 0, [](Arguments&&) { return empty(); }},
    {"first", 1,
     [](Arguments&& a) -> FilterPtr { return std::make_unique<First>(std::move(a[0])); }},
    {"last", 1, [](Arguments&& a) -> FilterPtr { return std::make_unique<Last>(std::move(a[0])); }},
    {"limit", 2,
     [](Arguments&& a) -> FilterPtr {
         return std::make_unique<Part>(std::move(a[0]), std::move(a[1]), false);
     }},
    {"skip", 2,
     [](Arguments&& a) -> FilterPtr {
         return std::make_unique<Part>(std::move(a[0]), std::move(a[1]), true);
     }},
    {"isempty", 1,
     [](Arguments&& a) -> FilterPtr { return std::make_unique<IsEmpty>(std::move(a[0])); }},
    {"range", 1, [](Arguments&& a) { return rangeOf(literal(0), std::move(a[0]), literal(1)); }},
    {"range", 2,
     [](Arguments&& a) { return rangeOf(std::move(a[0]), std::move(a[1]), literal(1)); }},
    {"range", 3,
     [](Arguments&& a) { return rangeOf(std::move(a[0]), std::move(a[1]), std::move(a[2])); }},
    {"select", 1, [](Arguments&& a) { return choice(std::move(a[0]), identity(), empty()); }},
    {"map", 1, [](Arguments&& a) { return arrayOf(pipe(iterate(identity()), std::move(a[0]))); }},
    {"recurse", 0, [](Arguments&&) { return everything(); }},
};

}  // namespace

std::span<const Special> countingSpecials() { return kCountingSpecials; }

}  // namespace tenon::expr
