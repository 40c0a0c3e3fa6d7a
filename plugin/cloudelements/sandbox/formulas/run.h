// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "formulas/formulas.h"
#include "formulas/references.h"
#include "platform/jobs.h"

namespace cloudelements::sandbox {

struct World;

// One execution of a formula, or of one within it, from its trigger to its end.
class Run {
  public:
    struct Watcher {
        std::function<bool()> isCancelled;
        std::function<void(const StepRun&, const std::string& problem)> ended;
    };

    Run(const tenon::Value& formula, Scope scope, Hands& hands, World& world, Watcher watcher,
        int depth = 0);

    // Throws StepFailed with the message of the step that nothing follows, Cancelled, or Again.
    void whole();
    // What the last step gave.
    [[nodiscard]] const tenon::Value& last() const { return last_; }

    struct Cancelled {};
    struct Again {  // a retryFormulaExecution step
        std::int64_t most;
    };

  private:
    void steps(const tenon::Value* names);
    void step(const std::string& name);
    void loop(const std::string& name, const tenon::Value& step, const tenon::Value& properties);
    tenon::Value act(const std::string& kind, const tenon::Value& properties);
    tenon::Value inner(const tenon::Value& properties);
    tenon::Value resolvedProperties(const tenon::Value& step) const;
    void tell(const std::string& name, const std::string& problem);

    tenon::Value formula_;
    Scope scope_;
    Hands& hands_;
    World& world_;
    Watcher watcher_;
    int depth_;
    int left_ = 10000;  // steps
    int inside_ = 0;    // steps that follow each other, or loops
    std::vector<std::string> loops_;
    tenon::Value last_;
};

}  // namespace cloudelements::sandbox
