// SPDX-License-Identifier: Apache-2.0
#include "formulas/execution.h"

#include "formulas/run.h"
#include "platform/body.h"
#include "platform/clock.h"

namespace cloudelements::sandbox {

using tenon::Object;
using tenon::Value;

namespace {

bool isActive(const Value& one) {
    const auto* active = one.find("active");
    return !active || !active->boolean() || *active->boolean();
}

// What an execution needs, as it is when it begins.
struct Start {
    Value formula;
    Scope scope;
    bool isDue = false;
};

Start begin(World& world, std::int64_t id) {
    Start out;
    const auto execution = world.formulas.executions.find(id);
    if (execution == world.formulas.executions.end() || execution->second.status != "pending")
        return out;
    const auto instance = world.formulas.instances.find(execution->second.formulaInstance);
    if (instance == world.formulas.instances.end()) {
        execution->second.status = "cancelled";
        return out;
    }
    out.formula = world.formulas.templates.at(*instance->second.find("formulaId")->integer());
    out.scope.config = *instance->second.find("configuration")->object();
    out.scope.trigger = execution->second.trigger;
    out.scope.info = Object{{"formulaInstanceId", instance->first},
                            {"formulaId", *out.formula.find("id")},
                            {"formulaExecutionId", id}};
    ++execution->second.attempts;
    execution->second.steps.clear();
    execution->second.errors.clear();
    out.isDue = true;
    return out;
}

void end(World& world, std::int64_t id, const std::string& status) {
    auto& execution = world.formulas.executions.at(id);
    if (execution.status != "cancelled") execution.status = status;
    execution.updated = isoTime();
}

void run(World& world, std::int64_t id, Hands& hands) {
    Start start;
    hands.withWorld([&] {
        start = begin(world, id);
        if (!start.isDue) world.formulas.settle(id);
    });
    if (!start.isDue) return;
    Run::Watcher watcher;
    watcher.isCancelled = [&] {
        bool is = false;
        hands.withWorld([&] { is = world.formulas.executions.at(id).status == "cancelled"; });
        return is;
    };
    watcher.ended = [&](StepRun step, const std::string& problem) {
        hands.withWorld([&] {
            auto& execution = world.formulas.executions.at(id);
            step.id = world.formulas.nextPart++;
            if (!problem.empty()) execution.errors.emplace_back(step.name, problem);
            execution.steps.push_back(std::move(step));
            execution.updated = isoTime();
        });
    };
    std::string status = "success";
    std::int64_t most = 0;
    try {
        Run(start.formula, start.scope, hands, world, watcher).whole();
    } catch (const StepFailed& e) {
        status = "failed";
        hands.withWorld([&] {
            auto& errors = world.formulas.executions.at(id).errors;
            if (errors.empty()) errors.emplace_back("", e.what());
        });
    } catch (const Run::Cancelled&) {
        status = "cancelled";
    } catch (const Run::Again& again) {
        most = again.most;
        status = "failed";
    }
    hands.withWorld([&] {
        end(world, id, status);
        auto& execution = world.formulas.executions.at(id);
        if (most >= execution.attempts && execution.status == "failed") runAgain(world, execution);
        world.formulas.settle(id);
    });
}

}  // namespace

std::int64_t startExecution(World& world, std::int64_t instance, const Value& trigger) {
    const auto& bound = world.formulas.instances.at(instance);
    const auto& formula = world.formulas.templates.at(*bound.find("formulaId")->integer());
    if (!isActive(bound) || !isActive(formula))
        throw refusal(400, "The formula instance is not active");
    Execution made;
    made.id = world.formulas.nextExecution++;
    made.formulaInstance = instance;
    made.created = made.updated = isoTime();
    made.trigger = trigger;
    const auto id = made.id;
    world.formulas.executions[id] = std::move(made);
    world.jobs.push_back([&world, id](Hands& hands) { run(world, id, hands); });
    return id;
}

void runAgain(World& world, Execution& execution) {
    world.formulas.wait(execution);
    execution.updated = isoTime();
    world.jobs.push_back([&world, id = execution.id](Hands& hands) { run(world, id, hands); });
}

void startOnEvent(World& world, std::int64_t elementInstance, const Value& event) {
    for (const auto& [id, instance] : world.formulas.instances) {
        const auto& formula = world.formulas.templates.at(*instance.find("formulaId")->integer());
        for (const auto& trigger : arrayOf(formula, "triggers")) {
            if (textOf(trigger.find("type")) != "event" || !isActive(instance) ||
                !isActive(formula))
                continue;
            Scope scope;
            scope.config = *instance.find("configuration")->object();
            const auto* properties = trigger.find("properties");
            const auto* bound = properties ? properties->find("elementInstanceId") : nullptr;
            try {
                const Value found = bound ? resolved(*bound, scope) : Value();
                if (textOf(&found) == std::to_string(elementInstance))
                    startExecution(world, id, Object{{"type", "event"}, {"event", event}});
            } catch (const StepFailed&) {
                continue;  // a trigger that is bound to nothing
            }
        }
    }
}

}  // namespace cloudelements::sandbox
