// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/state/kept_run.h"

namespace tenon::store {

// State::begin and State::resume. Throw StepError. The folder outlives what they give.
std::unique_ptr<RunJournal> beginRun(Folder& folder, const NewRun& run);
std::unique_ptr<RunJournal> resumeRun(Folder& folder, const std::string& id);
// What it was begun with.
NewRun givenOf(Folder& folder, const std::string& id);

}  // namespace tenon::store
