// SPDX-License-Identifier: Apache-2.0
// A new run that takes over what an earlier one was answered, up to one of its tasks.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "world/runs.h"

namespace tenon::runs {

// Where a record stands, seen from a task, as the manifest orders them.
enum class Stands {
    before,  // in an earlier task, round or attempt
    inside,  // of the task, or after it
    beside,  // in another branch of the same fork
    around,  // the engine's word about a task or a list in which it is
};
Stands standsTo(std::string_view position, std::string_view task);

// What of a run a new one takes over, and what it does again.
struct From {
    world::TakenOver taken;
    std::vector<world::StepRow> again;  // acted in that run, and may act again in the new one
};

// Everything that the run was answered before the task, which is named by its position:
// "/do/2/bind", "/do/0/each/do#3/1/map". Errors: State's; "driven" where it is; "unknown" where
// nobody knows what a call before it did; "undone" where what a task before it made is not there
// any more.
Result<From> takeOver(world::State& state, const std::string& id, const std::string& task);

}  // namespace tenon::runs
