// SPDX-License-Identifier: Apache-2.0
#include "formulas/run.h"

#include <Poco/DateTimeFormatter.h>

#include <algorithm>

#include "formulas/requests.h"
#include "platform/body.h"
#include "platform/world.h"
#include "tenon/json.h"

namespace cloudelements::sandbox {

using tenon::Object;
using tenon::Value;

namespace {

constexpr int kDeepest = 500;

// "step.response.code": "200", and so on.
void flatten(const std::string& key, const Value& value, StepRun& out, int depth = 0) {
    if (value.object() && depth < 2) {
        for (const auto& [name, member] : *value.object())
            flatten(key + "." + name, member, out, depth + 1);
    } else if (!value.isNull()) {
        out.values.emplace_back(key, value.string() ? *value.string() : tenon::json::write(value));
    }
}

}  // namespace

Run::Run(const Value& formula, Scope scope, Hands& hands, World& world, Watcher watcher, int depth)
    : formula_(formula),
      scope_(std::move(scope)),
      hands_(hands),
      world_(world),
      watcher_(std::move(watcher)),
      depth_(depth) {}

void Run::whole() {
    const auto& triggers = arrayOf(formula_, "triggers");
    if (!triggers.empty()) steps(triggers.front().find("onSuccess"));
}

void Run::steps(const Value* names) {
    if (!names || !names->array()) return;
    for (const auto& name : *names->array()) {
        const std::string text = textOf(&name);
        // The last step of a loop's body names the loop again.
        if (std::find(loops_.begin(), loops_.end(), text) != loops_.end()) continue;
        step(text);
    }
}

void Run::step(const std::string& name) {
    const Value* found = nullptr;
    for (const auto& one : arrayOf(formula_, "steps"))
        if (textOf(one.find("name")) == name) found = &one;
    if (!found) throw StepFailed("There is no step " + name);
    if (watcher_.isCancelled()) throw Cancelled();
    if (--left_ < 0 || inside_ > kDeepest)
        throw StepFailed("The formula does not come to an end: the sandbox ran 10000 steps");
    ++inside_;
    const std::string kind = textOf(found->find("type"));
    std::string problem;
    try {
        const Value properties = resolvedProperties(*found);
        if (kind == "loop") {
            loop(name, *found, properties);
            --inside_;
            return;
        }
        last_ = act(kind, properties);
        if (const auto* text = last_.find("problem")) problem = textOf(text);
    } catch (const StepFailed& e) {
        if (kind == "loop") throw;
        last_ = Object();
        problem = e.what();
    }
    Object output = last_.object() ? *last_.object() : Object{{"result", last_}};
    if (output.find("problem"))
        output =
            Object{{"request", *output.find("request")}, {"response", *output.find("response")}};
    last_ = output;
    scope_.steps.set(name, last_);
    tell(name, problem);
    const auto* next = found->find(problem.empty() ? "onSuccess" : "onFailure");
    const bool isFollowed = next && next->array() && !next->array()->empty();
    if (!problem.empty() && !isFollowed) throw StepFailed(problem);
    steps(next);
    --inside_;
}

// Its onSuccess is the body, its onFailure what comes after it.
void Run::loop(const std::string& name, const Value& step, const Value& properties) {
    const auto* list = properties.find("list");
    if (!list || !list->array()) throw StepFailed("The list of the loop " + name + " is no array");
    loops_.push_back(name);
    std::int64_t index = 0;
    for (const auto& entry : *list->array()) {
        scope_.steps.set(name, Object{{"entry", entry}, {"index", index++}});
        steps(step.find("onSuccess"));
    }
    loops_.pop_back();
    tell(name, "");
    steps(step.find("onFailure"));
}

Value Run::act(const std::string& kind, const Value& properties) {
    if (kind == "elementRequest" || kind == "request" || kind == "httpRequest") {
        const auto done = exchanged(kind, properties, hands_, world_);
        Object out{{"request", done.request}, {"response", done.response}};
        if (!done.isGood) out.set("problem", done.problem);
        return out;
    }
    if (kind == "formula") return inner(properties);
    if (kind == "retryFormulaExecution") {
        const std::string most = textOf(properties.find("retryAttempts"));
        throw Again{most.empty() ? 1 : std::stoll("0" + most.substr(0, 1))};
    }
    if (kind == "script" || kind == "filter")
        throw StepFailed("not in the sandbox: step kind " + kind + " runs JavaScript");
    throw StepFailed("not in the sandbox: step kind " + kind);
}

// A formula within this one: its last step's values are this step's.
Value Run::inner(const Value& properties) {
    if (depth_ == 10) throw StepFailed("More than 10 formulas call each other");
    Value formula;
    const std::string id = textOf(properties.find("formulaId"));
    hands_.withWorld([&] {
        for (const auto& [number, one] : world_.formulas.templates)
            if (std::to_string(number) == id) formula = one;
    });
    if (formula.isNull()) throw StepFailed("No formula found with ID " + id);
    Scope scope;
    scope.config = scope_.config;
    const auto* configs = properties.find("subFormulaConfigs");
    if (configs && configs->object()) scope.config = merged(scope.config, *configs->object());
    const auto* args = properties.find("args");
    scope.trigger = Object{{"type", "manual"}, {"args", args ? *args : Value(Object())}};
    scope.info = scope_.info;
    Run within(formula, scope, hands_, world_, {watcher_.isCancelled, [](auto&&...) {}},
               depth_ + 1);
    within.whole();
    return within.last();
}

Value Run::resolvedProperties(const Value& step) const {
    Object out;
    const auto* properties = step.find("properties");
    if (!properties || !properties->object()) return out;
    const std::string kind = textOf(step.find("type"));
    if (kind == "script" || kind == "filter") return out;
    for (const auto& [name, value] : *properties->object())
        out.set(name, resolved(value, scope_, name == "body" || name == "list"));
    return out;
}

void Run::tell(const std::string& name, const std::string& problem) {
    StepRun out;
    out.name = name;
    out.status = problem.empty() ? "success" : "failed";
    out.created = Poco::DateTimeFormatter::format(Poco::DateTime(), "%Y-%m-%d %H:%M:%S.%F");
    if (const auto* value = scope_.steps.find(name)) flatten(name, *value, out);
    if (!problem.empty()) out.values.emplace_back(name + ".error", problem);
    watcher_.ended(out, problem);
}

}  // namespace cloudelements::sandbox
