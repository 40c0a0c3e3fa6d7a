// SPDX-License-Identifier: Apache-2.0
#include "run/task.h"

#include <algorithm>
#include <map>
#include <utility>

#include "run/descriptors.h"
#include "run/done.h"
#include "run/expression_watch.h"
#include "run/names.h"
#include "world/problem.h"
#include "world/redactor.h"

namespace tenon::run {
namespace {

// Why the task may not begin, if it may not.
std::optional<Error> stopped(const Frame& frame, const Position& position,
                             const std::string& name) {
    const std::string where = "the task \"" + name + "\" began; it was not started.";
    if (frame.run.stopped(frame.limits, position.text))
        return makeError(ErrorKind::cancelled, "cancelled", "The run was stopped before " + where);
    if (frame.run.late(frame.limits, position.text))
        return makeError(ErrorKind::timeout, "deadline", "The time was up before " + where);
    return std::nullopt;
}

// Did all of it that needs to be told happen in an earlier life of the run?
class Before {
  public:
    Before(const Run& run, const Position& position)
        : run_(run), known_(run.known(position.text)), fresh_(run.fresh()) {}
    [[nodiscard]] bool all() const { return known_ && run_.fresh() == fresh_; }

  private:
    const Run& run_;
    const bool known_;
    const std::size_t fresh_;
};

// Is what was done here this run's, to be undone by it? Not what an earlier run did; but what that
// one also undid is gone for this one as well.
bool ofThisRun(const Frame& frame, const Position& position) {
    const auto& journal = frame.run.world.journal;
    return !journal.takenOver(position.text) || journal.takenOver(position.key(world::kUndo).text);
}

std::optional<Error> refusal(const std::optional<SchemaSlot>& schema, const Value& value,
                             const Frame& frame, const Position& position) {
    return schema ? schema->refuses(value, frame.run, frame.limits, position.text) : std::nullopt;
}

}  // namespace

bool truthy(const Value& value) {
    return !value.isNull() && (!value.boolean() || *value.boolean());
}

Result<Outcome> ended(Result<Outcome> list) {
    if (list && list.value().flow->kind != Flow::Kind::end) list.value().flow.reset();
    return list;
}

Event Task::event(Event::Kind kind, const Frame& frame, const Position& position) const {
    Event event;
    event.kind = kind;
    event.pointer = common_.pointer;
    event.position = position.text;
    event.task = common_.name;
    event.action = action();
    event.depth = frame.depth;
    event.round = frame.round;
    event.outside = outside();
    event.again = frame.again;
    return event;
}

Result<Outcome> Task::run(Frame& frame, const Value& raw, const Position& position) const {
    const auto& world = frame.run.world;
    const auto began = world.clock.now();
    Value described =
        common_.described || common_.around
            ? describeTask(common_, raw, frame.run.startedAt(common_.dated, position.text))
            : Value();
    expr::Scope scope = scopeOf(frame.run, raw, frame.context, std::move(described));
    ExpressionWatch watch(frame.run, frame.limits, position.text,
                          [&] { return event(Event::Kind::log, frame, position); });
    scope.watch = &watch;
    for (const auto& [name, value] : frame.locals) scope.set(name, value);

    const Before before(frame.run, position);
    const bool idempotent = std::exchange(frame.idempotent, frame.idempotent || common_.idempotent);
    auto outcome = guarded(frame, raw, position, scope);
    frame.idempotent = idempotent;
    if (!outcome) {
        Error error = outcome.error();
        place(error, frame);
        const bool cancelled = error.kind == ErrorKind::cancelled;
        Event faulted = event(cancelled ? Event::Kind::taskCancelled : Event::Kind::taskFaulted,
                              frame, position);
        faulted.took = world.clock.now() - began;
        faulted.error = error;
        faulted.again = frame.again || before.all();
        frame.run.tell(std::move(faulted));
        return error;
    }
    return outcome;
}

void Task::place(Error& error, const Frame& frame) const {
    if (error.instance.empty() || error.place.empty())
        error.place = frame.run.places.of(common_.pointer + "/" + error.place);
    if (error.instance.empty()) error.instance = common_.pointer;
}

// Whatever a task throws ends it and nothing else: what other tasks did must not be lost. What was
// done inside is part of every error that comes out of it.
Result<Outcome> Task::guarded(Frame& frame, const Value& raw, const Position& position,
                              expr::Scope& scope) const {
    Error error;
    try {
        auto outcome = through(frame, raw, position, scope);
        if (outcome) return outcome;
        error = outcome.error();
    } catch (const StepError& e) {
        error = e.error();
        if (outside()) error.done = Done::maybe;
    } catch (const std::exception& e) {
        error = thrown(e, outside());
    }
    const auto acts = frame.run.acts.within(position.text);
    const bool own = error.instance.empty() && error.done == Done::no;
    error = alsoDone(std::move(error), acts);
    if (!own || acts.empty()) return error;
    const std::string open = unknown(acts);
    return withSentence(std::move(error),
                        !open.empty() ? "The outcome of " + open + " is unknown."
                        : outside()   ? "This came after the call, which has been done."
                                      : "This came after " + acts.front().position + " (" +
                                          acts.front().action + "), which has been done.");
}

Result<Outcome> Task::through(Frame& frame, const Value& raw, const Position& position,
                              expr::Scope& scope) const {
    if (auto reason = stopped(frame, position, common_.name)) return *reason;
    if (common_.condition) {
        auto condition = common_.condition->evaluate(scope);
        if (!condition) return located(condition.error(), "if");
        if (!truthy(condition.value())) {
            frame.run.tell(event(Event::Kind::taskSkipped, frame, position));
            return Outcome{raw, common_.then, {}, true};
        }
    }
    const auto began = frame.run.world.clock.now();
    const Before before(frame.run, position);
    Event started = event(Event::Kind::taskStarted, frame, position);
    started.again = frame.again || before.all();
    frame.run.tell(std::move(started));
    if (auto reason = refusal(common_.inputSchema, raw, frame, position)) return *reason;
    if (common_.inputFrom) {
        auto input = common_.inputFrom->evaluate(scope);
        if (!input) return located(input.error(), "input/from");
        scope.dot = std::move(input).value();
        scope.set("input", scope.dot);
    }
    const auto work = [&] { return timed(frame, scope, position); };
    auto outcome =
        common_.around ? common_.around->run(frame, scope, position, common_, work) : work();
    if (common_.undo && ofThisRun(frame, position)) undoable(frame, position, outcome);
    if (outcome) outcome = shaped(frame, std::move(outcome).value(), position, scope);
    if (!outcome) return outcome;
    Event completed = event(Event::Kind::taskCompleted, frame, position);
    completed.took = frame.run.world.clock.now() - began;
    completed.output = outcome.value().output;
    completed.again = frame.again || before.all();
    frame.run.tell(std::move(completed));
    return outcome;
}

void Task::undoable(const Frame& frame, const Position& position,
                    const Result<Outcome>& outcome) const {
    std::optional<Value> made;
    if (outcome) {
        made = outcome.value().output;
    } else {
        // It was done all the same, as where what it made proved wrong.
        for (const auto& act : frame.run.acts.within(position.text, true))
            if (act.position == position.text && act.done == Done::yes) made = act.gave;
    }
    if (!made) return;
    auto undo = [this, frame, position, made = *std::move(made)](const Error& why) -> Result<bool> {
        Frame inner = frame;
        inner.limits = {};
        inner.position = position.key(world::kUndo);
        inner.locals.emplace_back("made", made);
        inner.locals.emplace_back("error", problemOf(why));
        Event begun = event(Event::Kind::log, inner, inner.position);
        begun.text = "undo";
        begun.again = inner.run.known(inner.position.text);
        inner.run.tell(std::move(begun));
        ++inner.depth;
        const auto done = common_.undo->run(inner, made);
        if (!done) return done.error();
        return !done.value().skipped;
    };
    frame.run.outermost.undoings.add({position, action(), std::move(undo)});
}

// From what the work gave to the task's output and the context.
Result<Outcome> Task::shaped(Frame& frame, Outcome outcome, const Position& position,
                             expr::Scope& scope) const {
    auto& output = outcome.output;
    scope.set("authorization", std::move(outcome.authorization));
    if (common_.described && (common_.outputAs || common_.exportAs))
        scope.set("task", withOutput(*scope.find("task"), output));
    scope.set("context", frame.context);
    scope.dot = output;
    if (common_.outputAs) {
        auto shaped = common_.outputAs->evaluate(scope);
        if (!shaped) return located(shaped.error(), "output/as");
        scope.dot = output = std::move(shaped).value();
    }
    if (auto reason = refusal(common_.outputSchema, output, frame, position)) return *reason;
    scope.set("output", output);
    Value context = frame.context;
    if (common_.exportAs) {
        auto exported = common_.exportAs->evaluate(scope);
        if (!exported) return located(exported.error(), "export/as");
        context = std::move(exported).value();
    }
    if (auto reason = refusal(common_.exportSchema, context, frame, position)) return *reason;
    frame.context = std::move(context);
    return Outcome{std::move(output), outcome.flow.value_or(common_.then)};
}

// The task's work inside its own time. The deadline reaches whatever blocks: sockets, waits,
// shells.
Result<Outcome> Task::timed(Frame& frame, const expr::Scope& scope,
                            const Position& position) const {
    if (!common_.timeout) return perform(frame, scope, position);
    const auto time = common_.timeout->evaluate(scope);
    if (!time) return located(time.error(), "timeout");
    const auto outer = frame.limits.deadline;
    const auto own = frame.run.after(time.value(), position.text + "/@deadline");
    frame.limits.deadline = std::min(outer, own);
    auto outcome = perform(frame, scope, position);
    frame.limits.deadline = outer;
    if (outcome || outcome.error().kind != ErrorKind::timeout || own >= outer ||
        frame.run.world.clock.now() < own)
        return outcome;
    Error error = outcome.error();
    error.instance.clear();
    error.place = "timeout";
    place(error, frame);
    error.detail = "The task \"" + common_.name + "\" was not done in " + describe(time.value()) +
                   ". " + error.detail;
    return error;
}

Result<Outcome> TaskList::run(Frame& frame, const Value& input) const {
    Value value = input;
    bool skipped = true;
    std::map<std::size_t, std::size_t> rounds;  // how often a task was begun: only jumps repeat it
    const Position list = frame.position;
    for (std::size_t i = 0; i < tasks.size();) {
        const Task& task = *tasks[i];
        auto outcome = task.run(frame, value, list.item(i, task.common().name).round(++rounds[i]));
        if (!outcome) return outcome;
        value = std::move(outcome).value().output;
        skipped = skipped && outcome.value().skipped;
        const Flow flow = outcome.value().flow.value_or(Flow());
        if (flow.kind == Flow::Kind::end || flow.kind == Flow::Kind::exit)
            return Outcome{std::move(value), flow, {}, skipped};
        i = flow.kind == Flow::Kind::jump ? flow.index : i + 1;
    }
    return Outcome{std::move(value), Flow(), {}, skipped};
}

}  // namespace tenon::run
