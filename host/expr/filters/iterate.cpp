// SPDX-License-Identifier: Apache-2.0
// What gives parts of a value: slices, all items, everything below.
#include "expr/filters/access.h"
#include "values/places.h"

namespace tenon::expr {
namespace {

// Where they stand.
bool lendItems(Machine& machine, const Value& value, Look out) {
    if (const auto* array = value.array()) {
        for (const auto& item : *array)
            if (!machine.spend() || !out(machine, In(item))) return false;
        return true;
    }
    if (const auto* object = value.object()) {
        for (const auto& m : *object)
            if (!machine.spend() || !out(machine, In(m.value))) return false;
        return true;
    }
    return cannotIterate(machine, value);
}

bool items(Machine& machine, const Value& value, Sink out) {
    const auto copied = [&](In item) { return out(machine, Value(*item)); };
    return lendItems(machine, value, copied);
}

bool itemSpots(Machine& machine, const Spot& spot, SpotSink out) {
    if (spot.lost)
        return machine.fail("Invalid path expression near attempt to iterate through " +
                            machine.excerpt(spot.value));
    if (const auto* array = spot.value.array()) {
        for (std::size_t i = 0; i < array->size(); ++i)
            if (!machine.spend() ||
                !out(machine, spot.at(static_cast<std::int64_t>(i), (*array)[i])))
                return false;
        return true;
    }
    if (const auto* object = spot.value.object()) {
        for (const auto& m : *object)
            if (!machine.spend() || !out(machine, spot.at(machine.named(m.name), m.value)))
                return false;
        return true;
    }
    return cannotIterate(machine, spot.value);
}

class Iterate final : public Filter {
  public:
    explicit Iterate(FilterPtr base) : Filter(false), base_(std::move(base)) {}
    Flow many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const override {
        const auto onBase = [&](Value&& base) { return items(machine, base, out); };
        return each(*base_, machine, where, in, onBase) ? Flow::on : Flow::off;
    }
    bool lend(Machine& machine, const Environment& where, In in, Look out) const override {
        if (!machine.spend() || !machine.deeper()) return false;
        if (!base_->single()) {
            const auto onBase = [&](In base) { return lendItems(machine, *base, out); };
            return base_->lend(machine, where, in, onBase);
        }
        Value own;
        const Value* base = nullptr;
        const Got got = base_->look(machine, where, in, own, base);
        if (got != Got::value) return got == Got::nothing;
        return lendItems(machine, *base, out);
    }
    bool paths(Machine& machine, const Environment& where, const Spot& in,
               SpotSink out) const override {
        const auto onBase = [&](const Spot& base) { return itemSpots(machine, base, out); };
        return base_->paths(machine, where, in, onBase);
    }

  private:
    FilterPtr base_;
};

class Slice final : public Filter {
  public:
    Slice(FilterPtr base, FilterPtr from, FilterPtr to)
        : Filter(base->single() && from->single() && to->single()),
          base_(std::move(base)),
          from_(std::move(from)),
          to_(std::move(to)) {}

    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Value from, to, base;
        if (const Got got = from_->one(machine, where, in.lent(), from); got != Got::value)
            return got;
        if (const Got got = to_->one(machine, where, in.lent(), to); got != Got::value) return got;
        if (const Got got = base_->one(machine, where, in, base); got != Got::value) return got;
        return expr::slice(machine, base, from, to, out) ? Got::value : Got::off;
    }
    Flow many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const override {
        const auto part = [&](const Value& from, const Value& to) {
            const auto onBase = [&](Value&& base) {
                Value value;
                return expr::slice(machine, base, from, to, value) &&
                       out(machine, std::move(value));
            };
            return each(*base_, machine, where, in.lent(), onBase);
        };
        return bounds(machine, where, in.lent(), part) ? Flow::on : Flow::off;
    }
    bool paths(Machine& machine, const Environment& where, const Spot& in,
               SpotSink out) const override {
        const auto part = [&](const Value& from, const Value& to) {
            const Value key = Object{{"start", from}, {"end", to}};
            const auto onBase = [&](const Spot& base) {
                if (base.lost)
                    return machine.fail("Invalid path expression near attempt to access element " +
                                        machine.excerpt(key) + " of " +
                                        machine.excerpt(base.value));
                Value value;
                return expr::slice(machine, base.value, from, to, value) &&
                       out(machine, base.at(key, std::move(value)));
            };
            return base_->paths(machine, where, in, onBase);
        };
        return bounds(machine, where, In(in.value), part);
    }

  private:
    template <class Part>
    bool bounds(Machine& machine, const Environment& where, In in, const Part& part) const {
        const auto onFrom = [&](Value&& from) {
            const auto onTo = [&](Value&& to) { return part(from, to); };
            return each(*to_, machine, where, in, onTo);
        };
        return each(*from_, machine, where, in, onFrom);
    }

    FilterPtr base_, from_, to_;
};

// `..`: the value, then what is below, depth first.
class Everything final : public Filter {
  public:
    Everything() : Filter(false) {}
    Flow many(Machine& machine, const Environment&, In in, Sink out, Tail&) const override {
        return below(machine, *in, out) ? Flow::on : Flow::off;
    }
    bool paths(Machine& machine, const Environment&, const Spot& in, SpotSink out) const override {
        if (in.lost) return Filter::paths(machine, Environment(), in, out);
        return spots(machine, in, out);
    }

  private:
    static bool below(Machine& machine, const Value& value, Sink out) {
        if (!machine.deeper() || !machine.spend() || !out(machine, Value(value))) return false;
        const auto further = [&](Value&& item) { return below(machine, item, out); };
        return (!value.array() && !value.object()) || items(machine, value, further);
    }
    static bool spots(Machine& machine, const Spot& spot, SpotSink out) {
        if (!machine.deeper() || !machine.spend() || !out(machine, spot)) return false;
        const auto further = [&](const Spot& item) { return spots(machine, item, out); };
        return (!spot.value.array() && !spot.value.object()) || itemSpots(machine, spot, further);
    }
};

}  // namespace

FilterPtr slice(FilterPtr base, FilterPtr from, FilterPtr to) {
    const auto open = [](FilterPtr bound) { return bound ? std::move(bound) : literal(Value()); };
    return std::make_unique<Slice>(std::move(base), open(std::move(from)), open(std::move(to)));
}
FilterPtr iterate(FilterPtr base) { return std::make_unique<Iterate>(std::move(base)); }
FilterPtr everything() { return std::make_unique<Everything>(); }

}  // namespace tenon::expr
