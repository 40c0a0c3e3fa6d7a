// SPDX-License-Identifier: Apache-2.0
#include "expr/filters/filter.h"

#include <cstdlib>

namespace tenon::expr {

Got Filter::one(Machine&, const Environment&, In, Value&) const { std::abort(); }

Got Filter::look(Machine& machine, const Environment& where, In in, Value& own,
                 const Value*& out) const {
    out = &own;
    return one(machine, where, in, own);
}

bool Filter::lend(Machine& machine, const Environment& where, In in, Look out) const {
    const auto take = [&](Value&& value) { return out(machine, handed(value)); };
    return each(*this, machine, where, in, take);
}

Flow Filter::many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const {
    Value value;
    const Got got = one(machine, where, in, value);
    if (got == Got::value) return out(machine, std::move(value)) ? Flow::on : Flow::off;
    return got == Got::nothing ? Flow::on : Flow::off;
}

bool Filter::paths(Machine& machine, const Environment& where, const Spot& in, SpotSink out) const {
    const auto take = [&](Value&& value) { return out(machine, Spot::nowhere(std::move(value))); };
    return each(*this, machine, where, In(in.value), take);
}

bool each(const Filter& filter, Machine& machine, const Environment& where, In in, Sink out) {
    const Filter* now = &filter;
    Environment held;
    const Environment* here = &where;
    Value value;
    for (bool begun = false;; begun = true) {
        if (now->single()) {
            Value result;
            const Got got = now->one(machine, *here, in, result);
            if (got == Got::value) return out(machine, std::move(result));
            return got == Got::nothing;
        }
        if (!machine.spend() || (!begun && !machine.deeper())) return false;
        Tail tail;
        const Flow flow = now->many(machine, *here, in, out, tail);
        if (flow != Flow::tail) return flow == Flow::on;
        now = tail.filter;
        if (tail.where) {
            held = std::move(*tail.where);
            here = &held;
        }
        if (tail.given) {
            value = std::move(tail.value);
            in = handed(value);
        }
    }
}

Got first(const Filter& filter, Machine& machine, const Environment& where, In in, Value& out) {
    if (filter.single()) return filter.one(machine, where, in, out);
    bool found = false;
    const auto take = [&](Value&& value) {
        out = std::move(value);
        found = true;
        return machine.leave(&found);
    };
    if (each(filter, machine, where, in, take)) return Got::nothing;
    return machine.arrived(&found) ? Got::value : Got::off;
}

}  // namespace tenon::expr
