// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/state/folder.h"

namespace tenon::store {

// State::cancel and State::prune. Throw StepError.
void cancelRun(Folder& folder, const std::string& id, bool undoes);
std::size_t pruneRuns(Folder& folder, std::int64_t before);

}  // namespace tenon::store
