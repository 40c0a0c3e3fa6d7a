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

std::chrono::milliseconds sinceEpoch(std::chrono::system_clock::time_point time) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
}

}  // namespace

void Run::tell(Event event) {
    if (event.workflow.name.empty()) event.workflow = document;
    if (outer_) return outer_->tell(std::move(event));
    event.again = event.again || replaying(event.position);
    event.time = world.clock.wall();
    event.text = world.redactor.text(event.text);
    event.error = world.redactor.error(std::move(event.error));
    const std::scoped_lock lock(mutex_);
    event.number = ++events_;
    world.observer.on(event);
}

void Run::mayLeave(const std::string& position) const {
    const auto& asked = outermost;
    if (!asked.resting_.stop_requested() && !options.rest.stop_requested()) return;
    if (replaying(position)) return;
    throw world::Leave{
        makeError(ErrorKind::cancelled, "rest", "The run was left before " + position + ".")};
}

world::Answer Run::answered(const world::Question& question,
                            const std::function<world::Answer()>& ask) {
    world.redactor.learn(question.what);
    auto answer = world.journal.once(question, [&] {
        ++outermost.fresh_;
        auto given = ask();
        world.redactor.learn(given.raw);
        return given;
    });
    world.redactor.learn(answer.result ? answer.result.value() : answer.raw);
    return answer;
}

Result<Value> Run::ask(const std::string& position, const Value& what,
                       const std::function<Result<Value>()>& question) {
    mayLeave(position);
    return answered({position, world::Asking::look, what},
                    [&] { return world::Answer{question()}; })
        .result;
}

Result<Value> Run::act(const Act& act, const Value& what, const Doing& doing) {
    mayLeave(act.position);
    const auto token = acts.begin(act);
    auto [result, raw] =
        answered({act.position, world::Asking::act, what, act.action}, [&]() -> world::Answer {
            Value came;
            auto gave = done(doing, came);
            const bool known = gave || gave.error().done == Done::no;
            return {std::move(gave), known ? Value() : std::move(came)};
        });
    if (!result && result.error().title == "interrupted") ++outermost.fresh_;  // known only now
    acts.end(token, result ? Done::yes : result.error().done, result ? result.value() : raw);
    return std::move(result);
}

Result<Value> Run::remake(const Act& act, const Value& what, const Doing& doing) {
    mayLeave(act.position);
    const auto token = acts.begin(act);
    auto [result, raw] = answered({act.position, world::Asking::look, what, act.action, true},
                                  [&]() -> world::Answer {
                                      Value came;
                                      auto gave = done(doing, came);
                                      return {std::move(gave), std::move(came)};
                                  });
    // Of an attempt that an earlier life ended, only its end was asked for.
    for (const auto& [part, answer] : world.journal.skip(act.position))
        learnPast(act.key, answer.result);
    {
        const std::scoped_lock lock(outermost.pastMutex_);
        outermost.past_[act.key].again = true;
        outermost.parts_.erase(act.position);
    }
    acts.end(token, result ? Done::yes : result.error().done, result ? result.value() : raw);
    return std::move(result);
}

Result<Value> Run::part(const Act& act, const Value& what,
                        const std::function<Result<Value>()>& doing) {
    std::size_t number = 0;
    {
        const std::scoped_lock lock(outermost.pastMutex_);
        outermost.past_[act.key].done = Done::no;  // whoever does it has looked
        number = ++outermost.parts_[act.position];
    }
    const auto position =
        Position{act.position + std::string(world::kPart), {}}.attempt(number).text;
    mayLeave(position);
    auto result =
        answered({position, world::Asking::act, what, act.action}, [&]() -> world::Answer {
            Value none;
            return {done([&](Value&) { return doing(); }, none)};
        }).result;
    learnPast(act.key, result);
    return result;
}

void Run::learnPast(const std::string& key, const Result<Value>& part) {
    const std::scoped_lock lock(outermost.pastMutex_);
    Past& past = outermost.past_[key];
    past.done = part ? Done::yes : part.error().done;
    past.gave = part ? part.value() : Value();
}

Past Run::past(const Act& act) const {
    const std::scoped_lock lock(outermost.pastMutex_);
    const auto found = outermost.past_.find(act.key);
    Past past = found == outermost.past_.end() ? Past() : found->second;
    past.again = past.again || world.journal.resumed();
    return past;
}

void Run::forget(std::string_view position) {
    const auto keys = acts.forget(position);
    const std::scoped_lock lock(outermost.pastMutex_);
    for (const auto& key : keys) outermost.past_.erase(key);
}

void Run::keep(std::unique_ptr<Run> inner) {
    const std::scoped_lock lock(outermost.mutex_);
    outermost.inner_.push_back(std::move(inner));
}

void Run::know(const world::Journal::Earlier& act) {
    const auto& [result, raw] = act.answer;
    world.redactor.learn(act.question.what);
    world.redactor.learn(result ? result.value() : raw);
    const auto whole = world::wholeOf(act.question.position);
    acts.end(acts.begin({.position = std::string(whole.value_or(act.question.position)),
                         .action = act.question.action}),
             result ? Done::yes : result.error().done, result ? result.value() : raw);
}

Value Run::choose(const std::string& position, const std::function<Value()>& decide, bool told) {
    const world::Question question{
        .position = position, .kind = world::Asking::choice, .told = told};
    return world.journal.once(question, [&] { return world::Answer{decide()}; }).result.value();
}

std::chrono::steady_clock::time_point Run::after(std::chrono::milliseconds time,
                                                 const std::string& position) {
    using std::chrono::milliseconds;
    const auto now = world.clock.now();
    const auto wall = sinceEpoch(world.clock.wall());
    bool fresh = false;
    const auto until = choose(position, [&] {
        fresh = true;
        return Value(std::int64_t{(wall + time).count()});
    });
    if (fresh) return now + time;
    // A clock that was set back makes nobody wait for longer than the whole time.
    return now + std::min(milliseconds(*until.integer()) - wall, time);
}

std::chrono::system_clock::time_point Run::startedAt(bool kept, const std::string& position) {
    const auto now = world.clock.wall();
    if (!kept) return now;
    const auto began =
        choose(position + "/@began", [&] { return Value(std::int64_t{sinceEpoch(now).count()}); });
    return std::chrono::system_clock::time_point(std::chrono::milliseconds(*began.integer()));
}

bool Run::late(const Limits& limits, const std::string& position) {
    if (limits.deadline == std::chrono::steady_clock::time_point::max()) return false;
    const auto where = position + "/@late";
    if (world.journal.recorded(where)) return true;
    if (world.clock.now() < limits.deadline || replaying(position)) return false;
    choose(where, [] { return Value(true); });
    return true;
}

std::optional<Error> Run::wait(std::chrono::steady_clock::time_point until, const Limits& limits,
                               bool mayRest) const {
    std::stop_source ended;
    const auto end = [&ended] { ended.request_stop(); };
    const std::stop_callback stopped(limits.stop, end);
    const std::stop_callback asked(mayRest ? options.rest : std::stop_token(), end);
    const std::stop_callback left(mayRest ? outermost.resting_.get_token() : std::stop_token(),
                                  end);
    const auto reached = std::min(until, limits.deadline);
    world.clock.wait({reached, ended.get_token()});
    if (limits.stop.stop_requested())
        return makeError(ErrorKind::cancelled, "cancelled", "The run was stopped while it waited.");
    if (ended.stop_requested() && world.clock.now() < reached)
        throw world::Leave{
            makeError(ErrorKind::cancelled, "rest", "The run was left while it waited.")};
    if (until > limits.deadline)
        return makeError(ErrorKind::timeout, "deadline",
                         "The time was up before the wait was over.");
    return std::nullopt;
}

Limits Run::requestLimits(const Limits& task) const {
    return {std::min(task.deadline, world.clock.now() + options.requestTimeout), task.stop};
}

}  // namespace tenon::run
