// SPDX-License-Identifier: Apache-2.0
// Executions of a formula that were started: waits for their ends, and reads what they left.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "cloudelements/formulas/execution.h"
#include "cloudelements/platform/client.h"
#include "cloudelements/platform/quotes.h"

namespace cloudelements {

class Budget;

class Watch {
  public:
    Watch(Client& client, tenon::Context& context, std::int64_t formulaInstance,
          const std::vector<std::int64_t>& executions);

    // Throws StepError where they are not over within the limit, or the task has no time left.
    void untilAllAreOver(std::chrono::seconds limit);
    // Of those that are over.
    [[nodiscard]] bool haveSucceeded() const;
    // Throws StepError where one of them has not. `sent`: its secrets are not quoted.
    void mustHaveSucceeded(const tenon::Value& sent);
    std::vector<StepRun> stepsOfSuccess(const Execution& execution);

    [[nodiscard]] const std::vector<Execution>& executions() const { return executions_; }

  private:
    void waitFor(Execution& execution, Budget& budget);
    // Where the platform did not say for now: why.
    std::optional<tenon::Error> look(Execution& execution);
    // Null where there is nothing.
    tenon::Value ask(const Call& call);
    std::vector<StepRun> steps(const Execution& execution);
    std::string failure(const Execution& execution, const Quotes& quotes);
    [[nodiscard]] std::string nameOf(const Execution& execution) const;
    // Says what still runs, and that it was started.
    [[nodiscard]] tenon::Error started(tenon::Error error) const;

    Client* client_;
    tenon::Context* context_;
    std::int64_t formulaInstance_;
    std::vector<Execution> executions_;
};

}  // namespace cloudelements
