// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/state/database.h"

namespace tenon::store {

// What journal.db says that it is; JOURNAL.md explains the tables.
inline constexpr int kApplication = 0x54656e6f;  // "Teno"
inline constexpr int kFormat = 1;

// Makes the tables in an empty file, and looks at what a file that is not empty says: nothing is
// written before that. Throws StepError (configuration), titles "foreign" and "newer", and what
// Database throws. The caller holds the lock for writing.
void prepareSchema(Database& database);

}  // namespace tenon::store
