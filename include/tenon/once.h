// SPDX-License-Identifier: Apache-2.0
// For a step that makes something on a remote side which knows no idempotency key. It marks what it
// makes with a name of its own, made from Context::idempotencyKey(), and finds it again by that: so
// it may be called again, after anything. A step that says so (StepInfo::once) is called again by a
// retry, and when a run is resumed that was killed in the middle of it.
#pragma once

#include <functional>

#include "tenon/context.h"
#include "tenon/value.h"

namespace tenon {
inline namespace v1 {

// What is known of the acts of one task, over all its attempts and all lives of its run.
// Thread: a value's.
struct Past {
    bool again = false;    // was the task begun before: an earlier attempt, or life of the run?
    Done done = Done::no;  // has an act of it been done?
    Value gave{};          // where one has: what it gave
};

// An extension of Context.
// Thread: the call's.
class Once {
  public:
    static constexpr std::string_view kId = "tenon.once/1";
    using Doing = std::function<Result<Value>()>;

    Once() = default;
    Once(const Once&) = delete;
    Once& operator=(const Once&) = delete;
    virtual ~Once() = default;

    // Before an act: what came of the ones before it.
    [[nodiscard]] virtual Past past() const = 0;
    // One act, such as a POST. Where the run is durable, it is on disk that it begins before
    // `doing` is called, and what it gave before this returns. An act of an earlier life of the run
    // is not done again: what it gave is given again, or, where it was cut, an Error (runtime,
    // "interrupted") whose `done` is `maybe`. `what` is what goes out, but for what differs with
    // each time. Acts are told apart by their order in the call.
    virtual Result<Value> act(const Value& what, const Doing& doing) = 0;
};

}  // namespace v1
}  // namespace tenon
