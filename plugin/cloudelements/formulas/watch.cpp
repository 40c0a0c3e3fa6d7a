// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/formulas/watch.h"

#include <algorithm>

#include "cloudelements/formulas/hidden.h"
#include "cloudelements/formulas/patience.h"
#include "cloudelements/platform/pages.h"

namespace cloudelements {
namespace {

using namespace std::chrono_literals;
using tenon::Error;
using tenon::ErrorKind;

const char* pathOfExecutions = "/formulas/instances/executions/";

Call callFor(const std::string& path, const std::string& about) {
    return {.path = path, .about = about};
}

}  // namespace

Watch::Watch(Client& client, tenon::Context& context, std::int64_t formulaInstance,
             const std::vector<std::int64_t>& executions)
    : client_(&client), context_(&context), formulaInstance_(formulaInstance) {
    for (const auto id : executions) executions_.push_back({id, "pending"});
}

std::string Watch::nameOf(const Execution& execution) const {
    return "The execution " + std::to_string(execution.id) + " of the formula instance " +
           std::to_string(formulaInstance_);
}

Error Watch::started(Error error) const {
    for (const auto& one : executions_)
        if (one.ending() == Ending::none)
            error.detail += " " + nameOf(one) + " was started and may still run: look at GET " +
                            pathOfExecutions + std::to_string(one.id) +
                            " on the platform before you run this again.";
    error.done = tenon::Done::yes;
    error.retryable = false;
    return error;
}

std::optional<Error> Watch::look(Execution& execution) {
    const auto call = callFor(pathOfExecutions + std::to_string(execution.id),
                              "the question for the execution " + std::to_string(execution.id));
    try {
        const auto answer = client_->send(call);
        auto now = readExecution(client_->json(answer, call), execution.id);
        if (!now) return client_->unusable(answer, call, "has no status").error();
        execution = *std::move(now);
        return std::nullopt;
    } catch (const tenon::StepError& e) {
        if (!mayPass(e.error())) throw;
        return e.error();
    }
}

void Watch::waitFor(Execution& execution, Budget& budget) {
    auto waits = backoff();
    for (int troubles = 0;;) {
        const auto trouble = look(execution);
        if (!trouble && execution.ending() != Ending::none) return;
        troubles = trouble ? troubles + 1 : 0;
        if (troubles == kMostTroubles) throw tenon::StepError(*trouble);
        if (budget.left() == 0ms) {
            auto error = tenon::makeError(ErrorKind::timeout, "formula still running",
                                          nameOf(execution) +
                                              " was not over within `limit`: its last status was " +
                                              Quotes({}).of(execution.status) + ".");
            if (trouble) error.detail += " The last look at it failed: " + trouble->detail;
            throw tenon::StepError(std::move(error));
        }
        budget.wait(*context_, pause(waits, trouble));
    }
}

void Watch::untilAllAreOver(std::chrono::seconds limit) {
    Budget budget(limit);
    try {
        for (auto& execution : executions_) waitFor(execution, budget);
    } catch (const tenon::StepError& e) {
        throw tenon::StepError(started(e.error()));
    }
}

bool Watch::haveSucceeded() const {
    return std::all_of(executions_.begin(), executions_.end(),
                       [](const auto& one) { return one.ending() == Ending::success; });
}

void Watch::mustHaveSucceeded(const tenon::Value& sent) {
    if (haveSucceeded()) return;
    const Quotes quotes(sent, static_cast<tenon::Quote*>(context_->extension(tenon::Quote::kId)));
    std::string texts;
    for (const auto& one : executions_)
        if (one.ending() != Ending::success)
            texts += (texts.empty() ? "" : " ") + failure(one, quotes);
    throw tenon::StepError(
        started(tenon::makeError(ErrorKind::runtime, "formula failed", std::move(texts))));
}

tenon::Value Watch::ask(const Call& call) {
    const auto answer = findPatiently(*client_, *context_, call);
    return answer ? client_->json(*answer, call) : tenon::Value();
}

std::vector<StepRun> Watch::steps(const Execution& execution) {
    const std::string id = std::to_string(execution.id);
    auto call = callFor(pathOfExecutions + id + "/steps",
                        "the question for the steps of the execution " + id);
    call.query = {{"includeValues", "true"}};
    tenon::Array all;
    eachItem(
        *client_, call, [&](const Call& page) { return findPatiently(*client_, *context_, page); },
        [&](const tenon::Value& step, const auto&) {
            all.push_back(step);
            return true;
        });
    auto steps = readSteps(all);
    for (auto& step : steps) {
        if (!step.values.empty() || step.id == 0) continue;
        step.values = readKept(
            ask(callFor(pathOfExecutions + ("steps/" + std::to_string(step.id)) + "/values",
                        "the question for a step of the execution " + id)));
    }
    return steps;
}

std::vector<StepRun> Watch::stepsOfSuccess(const Execution& execution) try {
    return steps(execution);
} catch (const tenon::StepError& e) {
    auto error = started(e.error());
    error.detail += " " + nameOf(execution) + " succeeded all the same: look at GET " +
                    pathOfExecutions + std::to_string(execution.id) +
                    "/steps on the platform instead of running this again.";
    throw tenon::StepError(std::move(error));
}

std::string Watch::failure(const Execution& execution, const Quotes& quotes) {
    if (execution.ending() == Ending::cancelled)
        return nameOf(execution) + " was cancelled on the platform.";
    // That it failed is known; why is only asked for.
    std::vector<StepRun> ran;
    tenon::Value errors;
    try {
        ran = steps(execution);
    } catch (const tenon::StepError&) {
    }
    try {
        errors = ask(callFor(
            pathOfExecutions + std::to_string(execution.id) + "/errors",
            "the question for the errors of the execution " + std::to_string(execution.id)));
    } catch (const tenon::StepError&) {
    }
    const auto failures = failuresOf(ran, errors);
    std::string text = nameOf(execution) + " failed";
    for (const auto& one : failures) {
        text += &one == &failures.front() ? "" : ", and";
        text += one.step.empty() ? "" : " in the step \"" + quotes.of(one.step) + "\"";
        if (!one.message.empty()) text += ": " + quotes.of(withoutCredentials(one.message));
    }
    if (failures.empty()) text += ", and the platform does not say in which step";
    return text + (text.ends_with('.') ? "" : ".") + " Look at GET " + pathOfExecutions +
           std::to_string(execution.id) + "/errors on the platform.";
}

}  // namespace cloudelements
