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

// Of a step: is it an act of which nobody knows whether it was done? The parts of what is asked
// again are known with the answer of the whole.
#define TENON_IS_UNKNOWN                                                                    \
    "(step.kind = 1 AND (step.state = 1 OR step.done = 1) AND NOT (instr(step.position, "   \
    "'/@part') > 0 AND EXISTS (SELECT 1 FROM step AS whole WHERE whole.run = step.run AND " \
    "whole.position = substr(step.position, 1, instr(step.position, '/@part') - 1) AND "    \
    "whole.state > 1)))"

}  // namespace tenon::store
