// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "world/runs.h"

namespace tenon::cli {

// What is known of one run: what it was begun with, each thing that it asked and did, with times
// and attempts, and how it ended.
struct RunStory {
    // Throws Failure (66, 78).
    static RunStory read(world::State& state, const std::string& id);

    // For a person; secrets as such only where they are `shown`.
    [[nodiscard]] std::string text(bool shown) const;
    // The same for a program.
    [[nodiscard]] Value json() const;
    // What the secrets are now that it names: where one stands in a longer text, it is masked, too.
    std::vector<Value> secrets{};

    world::NewRun given;
    world::RunRow row;
    std::vector<world::StepRow> steps;
    world::Answer outcome;
};

}  // namespace tenon::cli
