// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/state.h"
#include "store/state/folder.h"
#include "store/state/run_seal.h"

namespace tenon::store {

// The part of a run's row that is always looked at.
struct RunHead {
    std::int64_t number = 0;
    std::string id, uuid, key, head;  // the last two closed
    RunState state = RunState::running;
    std::int64_t begun = 0, changed = 0, epoch = 0, driver = 0;
    bool stopAsked = false;
};

// The columns of a RunHead, for the one row that a query stands at.
#define TENON_RUN_HEAD "run, id, uuid, key, head, state, begun, changed, epoch, driver, stop"
RunHead headAt(const Query& query);
// Throws StepError (configuration, "missing").
RunHead headOf(Database& database, const Folder& folder, const std::string& id);

// Throws StepError where the run's key does not open.
RunSeal sealOf(const Folder& folder, const RunHead& run);

std::string closeHead(const RunSeal& seal, const NewRun& run);
// Fills in what closeHead() closed. Throws StepError.
void openHead(const RunSeal& seal, const std::string& head, RunRow& row);

}  // namespace tenon::store
