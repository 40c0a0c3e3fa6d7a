// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tenon/value.h"

namespace cloudelements::sandbox {

// One step as it was executed.
struct StepRun {
    std::int64_t id = 0;
    std::string name, status, created;
    std::vector<std::pair<std::string, std::string>> values;  // "step.response.code": "200"
};

struct Execution {
    std::int64_t id = 0, formulaInstance = 0;
    std::string status = "pending", created, updated;
    tenon::Value trigger;  // {"args": …} or {"event": …}, or both, with "type"
    std::vector<StepRun> steps;
    std::vector<std::pair<std::string, std::string>> errors;  // step, message
    std::int64_t attempts = 0;
};

// Templates, instances of them, and their executions.
struct Formulas {
    // So many executions that have ended are kept of each formula instance, the newest; and of all
    // instances that were removed together. One that waits or runs is always kept.
    static constexpr std::size_t kMostEnded = 1'000;

    std::map<std::int64_t, tenon::Value> templates;
    // {"id", "formulaId", "name", "active", "createdDate", "configuration", "settings"}
    std::map<std::int64_t, tenon::Value> instances;
    std::map<std::int64_t, Execution> executions;
    std::int64_t nextTemplate = 1001, nextInstance = 2001, nextExecution = 3001, nextPart = 1;

    // What was started is over: looks at its status, and lets go of what is too old.
    void settle(std::int64_t execution);
    // What had ended waits again.
    void wait(Execution& execution);
    void removeInstance(std::int64_t id);

    [[nodiscard]] tenon::Value kept() const;
    void restore(const tenon::Value& kept);

  private:
    void trim(std::int64_t instance);

    // Executions by formula instance, 0 for those of removed ones.
    std::map<std::int64_t, std::set<std::int64_t>> ended_;
};

// Throws an Answer (400 or 409) that says what is wrong with the template.
void checkFormula(const tenon::Value& formula);
// The same of steps that lead nowhere, which the platform sees when an instance is made.
void checkLinks(const tenon::Value& formula);

}  // namespace cloudelements::sandbox
