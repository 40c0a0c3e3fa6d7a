// SPDX-License-Identifier: Apache-2.0
#include "expr/filters/access.h"

#include "values/number.h"
#include "values/places.h"

namespace tenon::expr {
namespace {

bool lost(Machine& machine, const Value& key, const Value& value) {
    return machine.fail("Invalid path expression near attempt to access element " +
                        machine.excerpt(key) + " of " + machine.excerpt(value));
}

bool step(Machine& machine, const Spot& spot, const Value& key, SpotSink out) {
    if (spot.lost) return lost(machine, key, spot.value);
    Value value;
    if (spot.value.isNull() && !key.object() && (textOf(key) || key.isNumber()))
        return out(machine, spot.at(key, Value()));
    return get(machine, spot.value, key, value) && out(machine, spot.at(key, std::move(value)));
}

class Identity final : public Filter {
  public:
    Identity() : Filter(true) {}
    Got one(Machine&, const Environment&, In in, Value& out) const override {
        out = in.take();
        return Got::value;
    }
    Got look(Machine&, const Environment&, In in, Value&, const Value*& out) const override {
        out = &*in;
        return Got::value;
    }
    bool paths(Machine& machine, const Environment&, const Spot& in, SpotSink out) const override {
        return out(machine, in);
    }
};

class Literal final : public Filter {
  public:
    explicit Literal(Value value) : Filter(true), value_(std::move(value)) {}
    Got one(Machine&, const Environment&, In, Value& out) const override {
        out = value_;
        return Got::value;
    }
    Got look(Machine&, const Environment&, In, Value&, const Value*& out) const override {
        out = &value_;
        return Got::value;
    }

  private:
    Value value_;
};

class Global final : public Filter {
  public:
    explicit Global(std::string name) : Filter(true), name_(std::move(name)) {}
    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        const Value* value = nullptr;
        const Got got = Global::look(machine, where, in, out, value);
        if (got == Got::value) out = *value;
        return got;
    }
    Got look(Machine& machine, const Environment&, In, Value&, const Value*& out) const override {
        out = machine.scope().find(name_);
        if (out) return Got::value;
        machine.fail("$" + name_ + " is not known here");
        return Got::off;
    }

  private:
    std::string name_;
};

class Local final : public Filter {
  public:
    explicit Local(std::size_t steps) : Filter(true), steps_(steps) {}
    Got one(Machine&, const Environment& where, In, Value& out) const override {
        out = where.outer(steps_)->value;
        return Got::value;
    }
    Got look(Machine&, const Environment& where, In, Value&, const Value*& out) const override {
        out = &where.outer(steps_)->value;
        return Got::value;
    }

  private:
    std::size_t steps_;
};

class Index final : public Filter {
  public:
    Index(FilterPtr base, FilterPtr key)
        : Filter(base->single() && key->single()), base_(std::move(base)), key_(std::move(key)) {}

    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Value ownKey, ownBase;
        const Value *key = nullptr, *base = nullptr;
        if (const Got got = key_->look(machine, where, in.lent(), ownKey, key); got != Got::value)
            return got;
        if (const Got got = base_->look(machine, where, in, ownBase, base); got != Got::value)
            return got;
        return get(machine, *base, *key, out) ? Got::value : Got::off;
    }
    Flow many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const override {
        const auto onKey = [&](Value&& key) {
            const auto onBase = [&](Value&& base) {
                Value value;
                return get(machine, base, key, value) && out(machine, std::move(value));
            };
            return each(*base_, machine, where, in.lent(), onBase);
        };
        return each(*key_, machine, where, in.lent(), onKey) ? Flow::on : Flow::off;
    }
    bool paths(Machine& machine, const Environment& where, const Spot& in,
               SpotSink out) const override {
        const auto onKey = [&](Value&& key) {
            const auto onBase = [&](const Spot& base) { return step(machine, base, key, out); };
            return base_->paths(machine, where, in, onBase);
        };
        return each(*key_, machine, where, In(in.value), onKey);
    }

  private:
    FilterPtr base_, key_;
};

class Walk final : public Filter {
  public:
    Walk(FilterPtr base, std::vector<Value> keys)
        : Filter(base->single()), base_(std::move(base)), keys_(std::move(keys)) {}

    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Value own;
        const Value* base = nullptr;
        if (const Got got = base_->look(machine, where, in, own, base); got != Got::value)
            return got;
        return along(machine, *base, out) ? Got::value : Got::off;
    }
    Flow many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const override {
        const auto onBase = [&](Value&& base) {
            Value value;
            return along(machine, base, value) && out(machine, std::move(value));
        };
        return each(*base_, machine, where, in, onBase) ? Flow::on : Flow::off;
    }
    bool paths(Machine& machine, const Environment& where, const Spot& in,
               SpotSink out) const override {
        const auto onBase = [&](const Spot& base) { return from(machine, base, 0, out); };
        return base_->paths(machine, where, in, onBase);
    }

  private:
    // Looked at where they are; only the last is copied.
    bool along(Machine& machine, const Value& base, Value& out) const {
        const Value* here = &base;
        for (const auto& key : keys_) {
            const Value* next = peek(*here, key);
            if (!next) {
                out = Value();
                return here->isNull() || get(machine, *here, key, out);
            }
            here = next;
        }
        out = *here;
        return true;
    }
    // What is there; nullptr where nothing is, or nothing can be.
    static const Value* peek(const Value& here, const Value& key) {
        static const Value none;
        if (const auto* object = here.object(); object && key.string()) {
            const Value* member = object->find(*key.string());
            return member ? member : &none;
        }
        const auto* array = here.array();
        if (!array || !key.integer()) return nullptr;
        auto index = *key.integer();
        if (index < 0) index += static_cast<std::int64_t>(array->size());
        if (index < 0 || index >= static_cast<std::int64_t>(array->size())) return &none;
        return &(*array)[static_cast<std::size_t>(index)];
    }

    bool from(Machine& machine, const Spot& here, std::size_t at, SpotSink out) const {
        if (at == keys_.size()) return out(machine, here);
        const auto further = [&](const Spot& next) { return from(machine, next, at + 1, out); };
        return step(machine, here, keys_[at], further);
    }

    FilterPtr base_;
    std::vector<Value> keys_;
};

}  // namespace

FilterPtr identity() { return std::make_unique<Identity>(); }
FilterPtr literal(Value value) { return std::make_unique<Literal>(std::move(value)); }
FilterPtr global(std::string name) { return std::make_unique<Global>(std::move(name)); }
FilterPtr local(std::size_t steps) { return std::make_unique<Local>(steps); }
FilterPtr index(FilterPtr base, FilterPtr key) {
    return std::make_unique<Index>(std::move(base), std::move(key));
}
FilterPtr walk(FilterPtr base, std::vector<Value> keys) {
    return std::make_unique<Walk>(std::move(base), std::move(keys));
}

}  // namespace tenon::expr
