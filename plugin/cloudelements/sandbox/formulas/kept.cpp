// SPDX-License-Identifier: Apache-2.0
#include "platform/kept.h"

#include "formulas/formulas.h"
#include "wire/message.h"

namespace cloudelements::sandbox {

using tenon::Array;
using tenon::Object;
using tenon::Value;

namespace {

Value pairs(const std::vector<std::pair<std::string, std::string>>& from) {
    Array out;
    for (const auto& [first, second] : from) out.push_back(Array{first, second});
    return out;
}

std::vector<std::pair<std::string, std::string>> pairsOf(const Kept& from, const char* name) {
    std::vector<std::pair<std::string, std::string>> out;
    for (const auto& one : from.array(name)) {
        const auto* pair = one.array();
        if (!pair || pair->size() != 2 || !pair->front().string() || !pair->back().string())
            from.wrong(name);
        out.emplace_back(*pair->front().string(), *pair->back().string());
    }
    return out;
}

Value keptExecution(const Execution& one) {
    Array steps;
    for (const auto& step : one.steps)
        steps.push_back(Object{{"id", step.id},
                               {"name", step.name},
                               {"status", step.status},
                               {"created", step.created},
                               {"values", pairs(step.values)}});
    return Object{{"id", one.id},
                  {"formulaInstance", one.formulaInstance},
                  {"status", one.status},
                  {"created", one.created},
                  {"updated", one.updated},
                  {"trigger", one.trigger},
                  {"steps", std::move(steps)},
                  {"errors", pairs(one.errors)},
                  {"attempts", one.attempts}};
}

Execution executionOf(const Value& kept) {
    const Kept from(kept, "an execution");
    Execution out;
    out.id = from.number("id");
    out.formulaInstance = from.number("formulaInstance");
    out.status = from.text("status");
    out.created = from.text("created");
    out.updated = from.text("updated");
    out.trigger = from.object("trigger");
    out.errors = pairsOf(from, "errors");
    out.attempts = from.number("attempts");
    for (const auto& one : from.array("steps")) {
        const Kept step(one, "a step's execution");
        out.steps.push_back({step.number("id"), step.text("name"), step.text("status"),
                             step.text("created"), pairsOf(step, "values")});
    }
    // Nobody goes on with what ended with the sandbox.
    if (out.status == "pending" || out.status == "retry") out.status = "unknown";
    return out;
}

Value values(const std::map<std::int64_t, Value>& from) {
    Array out;
    for (const auto& [id, one] : from) out.push_back(one);
    return out;
}

std::map<std::int64_t, Value> valuesOf(const Kept& from, const char* name) {
    std::map<std::int64_t, Value> out;
    for (const auto& one : from.array(name)) out[Kept(one, name).number("id")] = one;
    return out;
}

// As POST /formulas leaves it.
void checkTemplate(const Value& one) {
    const Kept formula(one, "a formula");
    for (const char* key : {"userId", "accountId"}) formula.number(key);
    formula.text("createdDate");
    formula.flag("active");
    for (const char* key : {"configuration", "triggers", "steps"})
        for (const auto& part : formula.array(key)) Kept(part, "a part of a formula").number("id");
    try {
        checkFormula(one);
    } catch (const Answer&) {
        formula.wrong("steps");
    }
}

void checkInstance(const Value& one, const std::map<std::int64_t, Value>& templates) {
    const Kept instance(one, "an instance of a formula");
    for (const char* key : {"configuration", "settings"}) instance.object(key);
    for (const char* key : {"name", "createdDate"}) instance.text(key);
    instance.flag("active");
    if (templates.count(instance.number("formulaId")) == 0) instance.wrong("formulaId");
}

}  // namespace

Value Formulas::kept() const {
    Array all;
    for (const auto& [id, one] : executions) all.push_back(keptExecution(one));
    return Object{{"templates", values(templates)},
                  {"instances", values(instances)},
                  {"executions", std::move(all)},
                  {"nextTemplate", nextTemplate},
                  {"nextInstance", nextInstance},
                  {"nextExecution", nextExecution},
                  {"nextPart", nextPart}};
}

void Formulas::restore(const Value& kept) {
    const Kept from(kept, "formulas");
    templates = valuesOf(from, "templates");
    instances = valuesOf(from, "instances");
    for (const auto& [id, one] : templates) checkTemplate(one);
    for (const auto& [id, one] : instances) checkInstance(one, templates);
    for (const auto& one : from.array("executions")) {
        Execution made = executionOf(one);
        const auto id = made.id;
        executions[id] = std::move(made);
        settle(id);
    }
    nextTemplate = from.number("nextTemplate");
    nextInstance = from.number("nextInstance");
    nextExecution = from.number("nextExecution");
    nextPart = from.number("nextPart");
}

}  // namespace cloudelements::sandbox
