// SPDX-License-Identifier: Apache-2.0
// What the tasks of a run made is taken back where it leads nowhere, because the run faults later
// or the task's branch lost a race: `metadata.undo` of a task.
#pragma once

#include <string>
#include <vector>

#include "run/run.h"
#include "tenon/error.h"
#include "world/position.h"

namespace tenon::run {

// What came of undoings.
struct Undone {
    std::vector<std::string> gone, left;  // "/do/0/create (call CreateSageCRMInstance)"
    std::string why{};                    // the first that is left is
    // "Undone: ...", "Not undone, and still there: ..."; empty where there is nothing to say.
    [[nodiscard]] std::string goneText() const;
    [[nodiscard]] std::string leftText() const;
};

// Undoes what the tasks at this position and inside it made, each undoing by itself, whatever
// became of the one before. Neither a stop nor a deadline of the run holds it up.
Undone undo(Run& run, const world::Position& position, const Error& why);

// The same for the workflow at this position, which faulted. Gives the error with what came of
// that; what could not be undone needs a person.
Error undone(Run& run, const world::Position& position, Error error);

}  // namespace tenon::run
