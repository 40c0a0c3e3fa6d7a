// SPDX-License-Identifier: Apache-2.0
#include "run/task.h"

#include <map>

#include "run/descriptors.h"
#include "tenon/fields.h"

namespace tenon::run {
namespace {

bool truthy(const Value& value) {
    return !value.isNull() && (!value.boolean() || *value.boolean());
}

// Why the task may not begin, if it may not.
std::optional<Error> stopped(const Frame& frame, const std::string& name) {
    const std::string where = "the task \"" + name + "\" began; it was not started.";
    if (frame.limits.stop.stop_requested())
        return makeError(ErrorKind::cancelled, "cancelled", "The run was stopped before " + where);
    if (frame.run.world.clock.now() >= frame.limits.deadline)
        return makeError(ErrorKind::timeout, "deadline", "The time was up before " + where);
    return std::nullopt;
}

}  // namespace

Error located(Error error, const std::string& place) {
    error.detail = "In " + place + error.instance + ": " + error.detail;
    error.instance.clear();
    return error;
}

Event Task::event(Event::Kind kind, const Frame& frame, const std::string& position) const {
    Event event;
    event.kind = kind;
    event.pointer = common_.pointer;
    event.position = position;
    event.task = common_.name;
    event.action = action();
    event.depth = frame.depth;
    event.outside = outside();
    return event;
}

Result<Outcome> Task::run(Frame& frame, const Value& raw, const std::string& position) const {
    const auto& world = frame.run.world;
    const auto began = world.clock.now();
    expr::Scope scope;
    scope.dot = raw;
    scope.variables = {{"context", frame.context},
                       {"input", raw},
                       {"output", Value()},
                       {"secrets", frame.run.secrets},
                       {"task", describeTask(common_, raw, world.clock.wall())},
                       {"workflow", frame.run.workflow},
                       {"runtime", describeRuntime()}};
    for (const auto& [name, value] : frame.locals) scope.set(name, value);

    auto outcome = through(frame, raw, position, scope);
    if (!outcome) {
        Error error = outcome.error();
        if (error.instance.empty()) error.instance = common_.pointer;
        Event faulted = event(Event::Kind::taskFaulted, frame, position);
        faulted.took = world.clock.now() - began;
        faulted.error = error;
        frame.run.tell(std::move(faulted));
        return error;
    }
    return outcome;
}

Result<Outcome> Task::through(Frame& frame, const Value& raw, const std::string& position,
                              expr::Scope& scope) const {
    const auto& world = frame.run.world;
    const auto began = world.clock.now();
    if (auto reason = stopped(frame, common_.name)) return *reason;
    if (common_.condition) {
        auto condition = common_.condition->evaluate(scope);
        if (!condition) return located(condition.error(), "if");
        if (!truthy(condition.value())) {
            frame.run.tell(event(Event::Kind::taskSkipped, frame, position));
            return Outcome{raw, common_.then};
        }
    }
    frame.run.tell(event(Event::Kind::taskStarted, frame, position));
    if (common_.inputFrom) {
        auto input = common_.inputFrom->evaluate(scope);
        if (!input) return located(input.error(), "input/from");
        scope.dot = std::move(input).value();
        scope.set("input", scope.dot);
    }
    auto outcome = perform(frame, scope, position);
    if (!outcome) return outcome;
    auto [output, flow] = std::move(outcome).value();
    const auto task = scope.find("task");
    if (common_.outputAs || common_.exportAs) scope.set("task", withOutput(*task, output));
    scope.set("context", frame.context);
    scope.dot = output;
    if (common_.outputAs) {
        auto shaped = common_.outputAs->evaluate(scope);
        if (!shaped) return located(shaped.error(), "output/as");
        scope.dot = output = std::move(shaped).value();
    }
    scope.set("output", output);
    if (common_.exportAs) {
        auto context = common_.exportAs->evaluate(scope);
        if (!context) return located(context.error(), "export/as");
        frame.context = std::move(context).value();
    }
    Event completed = event(Event::Kind::taskCompleted, frame, position);
    completed.took = world.clock.now() - began;
    completed.output = output;
    frame.run.tell(std::move(completed));
    return Outcome{std::move(output), flow.kind == Flow::Kind::end ? flow : common_.then};
}

Result<Outcome> TaskList::run(Frame& frame, const Value& input) const {
    Value value = input;
    std::map<std::size_t, int> rounds;  // how often a task was begun: only jumps make it twice
    const std::string list = frame.position;
    for (std::size_t i = 0; i < tasks.size();) {
        const Task& task = *tasks[i];
        std::string position =
            list + "/" + std::to_string(i) + fields::pointerPart(task.common().name);
        if (const int round = ++rounds[i]; round > 1) position += "#" + std::to_string(round);
        auto outcome = task.run(frame, value, position);
        if (!outcome) return outcome;
        value = std::move(outcome).value().output;
        const Flow flow = outcome.value().flow;
        if (flow.kind == Flow::Kind::end) return Outcome{std::move(value), flow};
        if (flow.kind == Flow::Kind::exit) break;
        i = flow.kind == Flow::Kind::jump ? flow.index : i + 1;
    }
    return Outcome{std::move(value), {}};
}

}  // namespace tenon::run
