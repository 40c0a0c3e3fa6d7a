// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/state.h"
#include "store/state/folder.h"

namespace tenon::store {

// State::list, find, outcome and steps. Throw StepError.
std::vector<RunRow> listRuns(Folder& folder, std::int64_t after, std::size_t most);
RunRow findRun(Folder& folder, const std::string& id);
world::Answer outcomeOf(Folder& folder, const std::string& id);
std::vector<StepRow> listSteps(Folder& folder, const std::string& id, std::int64_t after,
                               std::size_t most);

}  // namespace tenon::store
