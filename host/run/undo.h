// SPDX-License-Identifier: Apache-2.0
// What the tasks of a run made is taken back when the run faults later: `metadata.undo` of a task.
#pragma once

#include "run/run.h"
#include "tenon/error.h"
#include "world/position.h"

namespace tenon::run {

// The workflow at this position faulted: undoes what its tasks made, each undoing by itself,
// whatever became of the one before. Neither a stop nor a deadline of the run holds it up. Gives
// the error with what came of that; what could not be undone needs a person.
Error undone(Run& run, const world::Position& position, Error error);

}  // namespace tenon::run
