// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "world/redactor.h"
#include "world/runs.h"

namespace tenon::cli {

// What is known of one run: what it was begun with, each thing that it asked and did, with times
// and attempts, and how it ended.
struct RunStory {
    // Throws Failure (66, 78).
    static RunStory read(world::State& state, const std::string& id);

    // For a person, without what the redactor hides; `shown`: secrets of the language's kind as
    // such.
    [[nodiscard]] std::string text(const world::Redactor& redactor, bool shown) const;
    // The same for a program.
    [[nodiscard]] Value json(const world::Redactor& redactor) const;

    world::NewRun given;
    world::RunRow row;
    std::vector<world::StepRow> steps;
    std::string from;  // "globex at /do/2/bind" where it took over what that run was answered
    world::Answer outcome;
};

}  // namespace tenon::cli
