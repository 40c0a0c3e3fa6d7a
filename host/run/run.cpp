// SPDX-License-Identifier: Apache-2.0
#include "run/run.h"

#include <algorithm>

#include "run/done.h"
#include "run/names.h"
#include "world/redactor.h"

namespace tenon::run {
namespace {

// Whatever is thrown in the middle of it, it may have been done.
Result<Value> done(const Run::Doing& doing, Value& raw) {
    try {
        return doing(raw);
    } catch (const std::exception& e) {
        return thrown(e, true);
    }
}

}  // namespace

void Run::tell(Event event) {
    if (event.workflow.name.empty()) event.workflow = document;
    if (outer_) return outer_->tell(std::move(event));
    event.time = world.clock.wall();
    event.text = world.redactor.text(event.text);
    event.error = world.redactor.error(std::move(event.error));
    const std::scoped_lock lock(mutex_);
    event.number = ++events_;
    world.observer.on(event);
}

Result<Value> Run::ask(const std::string& position, const Value& what,
                       const std::function<Result<Value>()>& question) {
    world.redactor.learn(what);
    auto answer = world.journal.once({position, world::Asking::look, what},
                                     [&] { return world::Answer{question()}; });
    if (answer.result) world.redactor.learn(answer.result.value());
    return std::move(answer.result);
}

Result<Value> Run::act(const Deed& deed, const Value& what, const Doing& doing) {
    world.redactor.learn(what);
    const auto token = acts.begin(
        {.position = deed.position, .action = deed.action, .idempotent = deed.idempotent});
    const auto question = [&]() -> world::Answer {
        Value raw;
        auto result = done(doing, raw);
        if (result || result.error().done == Done::no) raw = Value();
        world.redactor.learn(raw);
        return {std::move(result), std::move(raw)};
    };
    auto [result, raw] =
        world.journal.once({deed.position, world::Asking::act, what, deed.action}, question);
    if (result) world.redactor.learn(result.value());
    acts.end(token, result ? Done::yes : result.error().done, result ? result.value() : raw);
    return std::move(result);
}

std::optional<Error> Run::wait(std::chrono::milliseconds time, const Limits& limits) const {
    const auto until = world.clock.now() + time;
    world.clock.wait({std::min(until, limits.deadline), limits.stop});
    if (limits.stop.stop_requested())
        return makeError(ErrorKind::cancelled, "cancelled", "The run was stopped while it waited.");
    if (until > limits.deadline)
        return makeError(ErrorKind::timeout, "deadline",
                         "The time was up before the wait was over.");
    return std::nullopt;
}

Limits Run::requestLimits(const Limits& task) const {
    return {std::min(task.deadline, world.clock.now() + options.requestTimeout), task.stop};
}

}  // namespace tenon::run
