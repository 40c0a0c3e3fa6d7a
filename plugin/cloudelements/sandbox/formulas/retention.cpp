// SPDX-License-Identifier: Apache-2.0
// Which executions are kept: a platform that runs for weeks does not keep all of them.
#include "formulas/formulas.h"

namespace cloudelements::sandbox {

void Formulas::settle(std::int64_t id) {
    const auto found = executions.find(id);
    if (found == executions.end() || found->second.status == "pending") return;
    const auto instance = found->second.formulaInstance;
    const auto owner = instances.count(instance) > 0 ? instance : 0;
    ended_[owner].insert(id);
    trim(owner);
}

void Formulas::wait(Execution& execution) {
    execution.status = "pending";
    for (const auto owner : {execution.formulaInstance, std::int64_t{0}})
        if (const auto found = ended_.find(owner); found != ended_.end())
            found->second.erase(execution.id);
}

void Formulas::removeInstance(std::int64_t id) {
    instances.erase(id);
    if (auto node = ended_.extract(id)) {
        ended_[0].merge(node.mapped());
        trim(0);
    }
}

// Ids are given in the order of time.
void Formulas::trim(std::int64_t instance) {
    auto& ids = ended_[instance];
    while (ids.size() > kMostEnded) {
        executions.erase(*ids.begin());
        ids.erase(ids.begin());
    }
}

}  // namespace cloudelements::sandbox
