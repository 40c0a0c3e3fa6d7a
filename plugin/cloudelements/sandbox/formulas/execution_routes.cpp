// SPDX-License-Identifier: Apache-2.0
// Executions of formula instances: started, looked at, cancelled, run again.
#include "formulas/execution.h"
#include "formulas/in_path.h"
#include "platform/body.h"
#include "platform/page.h"

namespace cloudelements::sandbox {

using tenon::Array;
using tenon::Object;
using tenon::Value;

namespace {

Value shown(const Execution& one, bool whole) {
    Object out{{"id", one.id},
               {"formulaInstanceId", one.formulaInstance},
               {"status", one.status},
               {"createdDate", one.created},
               {"updatedDate", one.updated}};
    if (!whole) return out;
    Array steps;
    for (const auto& step : one.steps)
        steps.push_back(Object{{"id", step.id},
                               {"status", step.status},
                               {"createdDate", step.created},
                               {"stepName", step.name}});
    out.set("stepExecutions", std::move(steps));
    return out;
}

Value values(const StepRun& step) {
    Array out;
    std::int64_t id = 1;
    for (const auto& [key, value] : step.values)
        out.push_back(Object{{"id", id++}, {"key", key}, {"value", value}});
    return out;
}

std::int64_t instanceIdIn(const Call& call, World& world) {
    return *formulaInstanceIn(call, world).find("id")->integer();
}

Execution& executionIn(const Call& call, World& world) {
    const auto id = call.number("execution", "formula execution ID");
    const auto found = world.formulas.executions.find(id);
    if (found == world.formulas.executions.end())
        throw refusal(404, "No formula execution found with ID " + std::to_string(id));
    return found->second;
}

// For a formula that an event triggers, the body is a notification: an execution for each event,
// which sees no other one.
std::vector<Value> triggersOf(const Value& body) {
    const auto* message = body.find("message");
    const auto* events = message ? message->find("events") : nullptr;
    if (!events || !events->array())
        return {Object{{"type", "manual"}, {"args", body}, {"body", body}}};
    std::vector<Value> out;
    for (const auto& event : *events->array()) {
        Object own = *message->object(), alone = *body.object();
        own.set("events", Array{event});
        alone.set("message", std::move(own));
        const Value seen = std::move(alone);
        out.push_back(Object{{"type", "event"}, {"event", event}, {"args", seen}, {"body", seen}});
    }
    return out;
}

Answer startExecutions(Call& call, World& world) {
    const auto instance = instanceIdIn(call, world);
    Value body = Object();
    if (!call.request.body.empty()) body = call.json();
    Array out;
    for (const auto& trigger : triggersOf(body)) {
        const auto id = startExecution(world, instance, trigger);
        out.push_back(shown(world.formulas.executions.at(id), false));
    }
    return answer(200, std::move(out));
}

Answer listExecutions(Call& call, World& world) {
    const auto instance = instanceIdIn(call, world);
    std::vector<const Execution*> found;
    for (const auto& [id, one] : world.formulas.executions)
        if (one.formulaInstance == instance) found.push_back(&one);
    return page(call.request, found.size(), [&](std::size_t i) { return shown(*found[i], false); });
}

Answer steps(Call& call, World& world) {
    const auto& execution = executionIn(call, world);
    const bool withValues = call.request.parameter("includeValues") == "true";
    return page(call.request, execution.steps.size(), [&](std::size_t i) {
        const auto& step = execution.steps[i];
        Object out{{"id", step.id},
                   {"status", step.status},
                   {"createdDate", step.created},
                   {"stepName", step.name}};
        if (withValues) out.set("stepExecutionValues", values(step));
        return out;
    });
}

Answer valuesOfStep(Call& call, World& world) {
    const auto id = call.number("step", "step execution ID");
    for (const auto& [number, execution] : world.formulas.executions)
        for (const auto& step : execution.steps)
            if (step.id == id) return answer(200, values(step));
    return refusal(404, "No step execution found with ID " + std::to_string(id));
}

Answer errors(Call& call, World& world) {
    Array out;
    for (const auto& [step, message] : executionIn(call, world).errors)
        out.push_back(Object{{"stepName", step}, {"message", message}});
    return answer(200, std::move(out));
}

Answer changeExecution(Call& call, World& world) {
    auto& execution = executionIn(call, world);
    const auto body = call.object();
    if (requiredText(body, "status") != "cancelled")
        throw refusal(400, "The field 'status' must be cancelled");
    if (execution.status == "pending") execution.status = "cancelled";
    return answer(200, shown(execution, true));
}

Answer again(Call& call, World& world) {
    auto& execution = executionIn(call, world);
    if (call.request.method == "PUT" && execution.status != "pending") {
        execution.attempts = 0;
        runAgain(world, execution);
    } else if (call.request.method == "DELETE" && execution.status == "pending") {
        execution.status = "cancelled";
    }
    return answer(200, shown(execution, true));
}

}  // namespace

void addExecutionRoutes(Router& router, World& world) {
    const auto add = [&](const char* method, const std::string& path,
                         Answer (*handler)(Call&, World&)) {
        router.add(method, path, Access::platform,
                   [&world, handler](Call& call) { return handler(call, world); });
    };
    for (const std::string before : {"/formulas/{formula}/instances/{instance}/executions",
                                     "/formulas/instances/{instance}/executions"}) {
        add("POST", before, startExecutions);
        add("GET", before, listExecutions);
    }
    for (const std::string one : {"/formulas/instances/executions/{execution}",
                                  "/formulas/{formula}/instances/{instance}/executions/{execution}",
                                  "/formulas/instances/{instance}/executions/{execution}"}) {
        add("GET", one,
            [](Call& call, World& w) { return answer(200, shown(executionIn(call, w), true)); });
        add("PATCH", one, changeExecution);
        add("GET", one + "/steps", steps);
        add("GET", one + "/errors", errors);
        add("PUT", one + "/retries", again);
        add("DELETE", one + "/retries", again);
    }
    add("GET", "/formulas/instances/executions/steps/{step}/values", valuesOfStep);
}

}  // namespace cloudelements::sandbox
