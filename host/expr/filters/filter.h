// SPDX-License-Identifier: Apache-2.0
// A piece of a compiled expression: takes an input, gives any number of outputs. Made once, shared
// by all threads, never changed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <type_traits>

#include "expr/filters/environment.h"
#include "expr/filters/spot.h"
#include "values/machine.h"

namespace tenon::expr {

// An input: borrowed, or handed over for the filter to use up.
class In {
  public:
    explicit In(const Value& borrowed) : value_(&borrowed) {}
    explicit In(Value& own, std::nullptr_t) : value_(&own), own_(&own) {}
    const Value& operator*() const { return *value_; }
    const Value* operator->() const { return value_; }
    // Moved out where it may be, else a copy.
    [[nodiscard]] Value take() const { return own_ ? std::move(*own_) : *value_; }
    // The same, to look at.
    [[nodiscard]] In lent() const { return In(*value_); }

  private:
    const Value* value_;
    Value* own_ = nullptr;
};
inline In handed(Value& own) { return In(own, nullptr); }

// Takes outputs: any function object that says whether it wants more. Lives no longer than that.
template <class Output>
class Taker {
  public:
    template <class Take>
    requires(!std::is_same_v<std::remove_const_t<Take>, Taker>)
        Taker(Take& take)  // NOLINT: implicit
        : take_([](void* self, Output output) {
              return (*static_cast<Take*>(self))(static_cast<Output>(output));
          }),
          self_(const_cast<void*>(static_cast<const void*>(&take))) {}
    // What takes may hand on in turn, and so on: it is a call deeper.
    bool operator()(Machine& machine, Output output) const {
        return machine.deeper() && take_(self_, static_cast<Output>(output));
    }

  private:
    bool (*take_)(void*, Output);
    void* self_;
};
using Sink = Taker<Value&&>;
using Look = Taker<In>;
using SpotSink = Taker<const Spot&>;

// What is left to do, with the same sink: so that functions may call themselves without end.
struct Tail {
    const Filter* filter = nullptr;
    std::optional<Environment> where;  // as before, where it is not set
    Value value;
    bool given = false;  // the value is the input; else it is as before
};

enum class Flow : std::uint8_t { on, off, tail };  // off: the machine unwinds
inline Flow go(bool on) { return on ? Flow::on : Flow::off; }
enum class Got : std::uint8_t { value, nothing, off };

class Filter {
  public:
    virtual ~Filter() = default;
    Filter(const Filter&) = delete;
    Filter& operator=(const Filter&) = delete;

    // Has it one output at most, whatever the input?
    [[nodiscard]] bool single() const { return single_; }

    // What is really evaluated, and where: a parameter is what was given for it.
    struct Resolved {
        const Filter* filter;
        const Environment* where;
    };
    [[nodiscard]] virtual Resolved resolved(const Environment& where) const {
        return {this, &where};
    }

    // Only of single ones, and all of them have it.
    virtual Got one(Machine& machine, const Environment& where, In in, Value& out) const;
    // The same, to be looked at: where it stands, if it is a part of what lives on, else in `own`.
    // What threads share is not touched so, nor what counts its holders.
    virtual Got look(Machine& machine, const Environment& where, In in, Value& own,
                     const Value*& out) const;
    // Only of others; each() is what is called.
    virtual Flow many(Machine& machine, const Environment& where, In in, Sink out,
                      Tail& tail) const;
    // Only of others: all outputs, to be looked at.
    virtual bool lend(Machine& machine, const Environment& where, In in, Look out) const;
    // Where in the input the outputs are. By itself: nowhere.
    virtual bool paths(Machine& machine, const Environment& where, const Spot& in,
                       SpotSink out) const;

  protected:
    explicit Filter(bool single) : single_(single) {}

  private:
    bool single_;
};

using FilterPtr = std::unique_ptr<const Filter>;

// Is the filter single here? Then its one output (see Filter::one).
inline bool isSingle(const Filter& filter, const Environment& where) {
    return filter.single() || filter.resolved(where).filter->single();
}
inline Got one(const Filter& filter, Machine& machine, const Environment& where, In in,
               Value& out) {
    const auto [real, there] = filter.resolved(where);
    return real->one(machine, *there, in, out);
}

// All outputs, one after the other, until the sink has enough or something fails: then false.
bool each(const Filter& filter, Machine& machine, const Environment& where, In in, Sink out);

// The first output; nothing after an empty one.
Got first(const Filter& filter, Machine& machine, const Environment& where, In in, Value& out);

}  // namespace tenon::expr
