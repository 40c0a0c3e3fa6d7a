// SPDX-License-Identifier: Apache-2.0
#include "expr/filters/update.h"

#include "expr/filters/flow.h"
#include "expr/filters/operators.h"
#include "values/places.h"

namespace tenon::expr {
namespace {

// What is at each path is taken out, changed by `change(value, gone)`, and put back.
template <class Change>
bool changeAll(Machine& machine, const Array& paths, Value& root, const Change& change) {
    Array gone;
    for (const auto& path : paths) {
        Value value, result;
        bool nothing = false;
        if (!machine.spend() || !takeAt(machine, root, *path.array(), value) ||
            !change(std::move(value), result, nothing))
            return false;
        if (nothing) gone.push_back(path);
        if (!setAt(machine, root, *path.array(), std::move(result))) return false;
    }
    return gone.empty() || deleteAll(machine, root, gone);
}

class Modify final : public Filter {
  public:
    Modify(FilterPtr paths, FilterPtr update)
        : Filter(true), paths_(std::move(paths)), update_(std::move(update)) {}
    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Array paths;
        if (!collectPaths(*paths_, machine, where, *in, paths)) return Got::off;
        const auto change = [&](Value&& value, Value& result, bool& nothing) {
            const Got got = first(*update_, machine, where, handed(value), result);
            nothing = got == Got::nothing;
            return got != Got::off;
        };
        out = in.take();
        return changeAll(machine, paths, out, change) ? Got::value : Got::off;
    }

  private:
    FilterPtr paths_, update_;
};

// With a value on the right, evaluated on the input: one result for each.
class WithValue : public Filter {
  public:
    WithValue(FilterPtr paths, FilterPtr values)
        : Filter(values->single()), paths_(std::move(paths)), values_(std::move(values)) {}

    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Value value;
        const Got got = values_->one(machine, where, in.lent(), value);
        if (got != Got::value) return got;
        return put(machine, where, in, value, out) ? Got::value : Got::off;
    }
    Flow many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const override {
        const auto onValue = [&](Value&& value) {
            Value result;
            return put(machine, where, in.lent(), value, result) && out(machine, std::move(result));
        };
        return each(*values_, machine, where, in.lent(), onValue) ? Flow::on : Flow::off;
    }

  protected:
    [[nodiscard]] virtual bool changed(Machine& machine, Value&& old, const Value& value,
                                       Value& out) const = 0;

  private:
    bool put(Machine& machine, const Environment& where, In in, const Value& value,
             Value& out) const {
        Array paths;
        if (!collectPaths(*paths_, machine, where, *in, paths)) return false;
        const auto change = [&](Value&& old, Value& result, bool&) {
            return changed(machine, std::move(old), value, result);
        };
        out = in.take();
        return changeAll(machine, paths, out, change);
    }

    FilterPtr paths_, values_;
};

class Assign final : public WithValue {
  public:
    using WithValue::WithValue;
    bool changed(Machine&, Value&&, const Value& value, Value& out) const override {
        out = value;
        return true;
    }
};

class UpdateBy final : public WithValue {
  public:
    UpdateBy(Operation operation, FilterPtr paths, FilterPtr values)
        : WithValue(std::move(paths), std::move(values)), operation_(operation) {}
    bool changed(Machine& machine, Value&& old, const Value& value, Value& out) const override {
        if (operation_) return operation_(machine, std::move(old), Value(value), out);
        out = isTrue(old) ? std::move(old) : value;
        return true;
    }

  private:
    Operation operation_;  // nullptr: `//`
};

}  // namespace

bool eachPath(const Filter& filter, Machine& machine, const Environment& where, const Value& in,
              PathSink out) {
    const auto onSpot = [&](const Spot& spot) {
        if (spot.lost)
            return machine.fail("Invalid path expression with result " +
                                machine.excerpt(spot.value));
        if (!machine.make(spot.depth * sizeof(Value))) return false;
        return out(machine, spot.path());
    };
    return filter.paths(machine, where, Spot::root(in), onSpot);
}

bool collectPaths(const Filter& filter, Machine& machine, const Environment& where, const Value& in,
                  Array& out) {
    const auto take = [&](Array&& path) {
        out.emplace_back(std::move(path));
        return machine.make(sizeof(Value));
    };
    return eachPath(filter, machine, where, in, take);
}

FilterPtr modify(FilterPtr paths, FilterPtr update) {
    return std::make_unique<Modify>(std::move(paths), std::move(update));
}
FilterPtr assign(FilterPtr paths, FilterPtr values) {
    return std::make_unique<Assign>(std::move(paths), std::move(values));
}
FilterPtr updateBy(std::string_view sign, FilterPtr paths, FilterPtr values) {
    return std::make_unique<UpdateBy>(sign == "//" ? nullptr : operation(sign), std::move(paths),
                                      std::move(values));
}

}  // namespace tenon::expr
