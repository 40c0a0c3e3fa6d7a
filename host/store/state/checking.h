// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/state.h"
#include "store/state/folder.h"

namespace tenon::store {

// State::check. Throws StepError.
world::Checked checkAll(Folder& folder);

}  // namespace tenon::store
