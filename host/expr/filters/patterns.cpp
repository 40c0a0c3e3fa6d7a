// SPDX-License-Identifier: Apache-2.0
#include "expr/filters/binding.h"
#include "values/places.h"

namespace tenon::expr {
namespace {

class Destructuring {
  public:
    Destructuring(Machine& machine, const Environment& where, std::size_t slots, Bound then)
        : machine_(machine), where_(where), values_(slots), then_(then) {}

    bool run(const Shape& shape, const Value& value) {
        const auto done = [this] { return finish(); };
        return take(shape, value, done);
    }

  private:
    using Next = Taker<int>;

    template <class Done>
    bool take(const Shape& shape, const Value& value, const Done& done) {
        if (!machine_.deeper() || !machine_.spend()) return false;
        if (shape.slot >= 0) {
            values_[static_cast<std::size_t>(shape.slot)] = value;
            return done();
        }
        const auto next = [&](int) { return done(); };
        if (!shape.items.empty()) return items(shape, value, 0, next);
        return entries(shape, value, 0, next);
    }

    bool items(const Shape& shape, const Value& value, std::size_t at, Next next) {
        if (at == shape.items.size()) return next(machine_, 0);
        Value item;
        if (!get(machine_, value, static_cast<std::int64_t>(at), item)) return false;
        const auto rest = [&, at] { return items(shape, value, at + 1, next); };
        return take(shape.items[at], item, rest);
    }

    bool entries(const Shape& shape, const Value& value, std::size_t at, Next next) {
        if (at == shape.entries.size()) return next(machine_, 0);
        const auto& entry = shape.entries[at];
        const auto rest = [&, at] { return entries(shape, value, at + 1, next); };
        const auto onKey = [&](Value&& key) {
            Value member;
            if (!get(machine_, value, key, member)) return false;
            if (entry.slot >= 0) values_[static_cast<std::size_t>(entry.slot)] = member;
            return entry.value ? take(*entry.value, member, rest) : rest();
        };
        return each(*entry.key, machine_, where_, In(value), onKey);
    }

    bool finish() {
        Environment inside = where_;
        for (const auto& value : values_) inside = bound(inside, value);
        return then_(machine_, inside);
    }

    Machine& machine_;
    const Environment& where_;
    std::vector<Value> values_;
    Bound then_;
};

}  // namespace

bool destructure(const Shapes& shapes, Machine& machine, const Environment& where,
                 const Value& value, Bound then) {
    if (shapes.plain()) return then(machine, bound(where, value));
    for (std::size_t i = 0; i < shapes.choices.size(); ++i) {
        if (Destructuring(machine, where, shapes.slots, then).run(shapes.choices[i], value))
            return true;
        // The next one is for whatever went wrong, also behind the pattern.
        if (i + 1 == shapes.choices.size() || !machine.failed()) return false;
        static_cast<void>(machine.caught());
    }
    return true;
}

}  // namespace tenon::expr
