// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "run/acts.h"
#include "world/ports.h"
#include "world/redactor.h"
#include "world/runs.h"

namespace tenon::runs {

// A run that is kept: driven from now on, or one that has ended before.
struct Begun {
    std::unique_ptr<world::RunJournal> journal;
    std::optional<world::Answer> ended;  // where there is no journal: what came of it
    std::vector<run::Act> acts;          // and what it did
};

// Begins a run, or goes on with the one of that name, if that was begun with the same manifests and
// input. Errors: State's; "other" where it was not; "step gone".
Result<Begun> begin(world::State& state, const world::NewRun& run, const world::Steps& steps);

// What a run did that must not be done twice, from its record.
Result<std::vector<run::Act>> actsOf(world::State& state, const std::string& id);

// So that what a run of before said can be shown: the redactor learns the secrets that the run
// knew, of its input, of what its steps gave, and, as they are now, of those names; all that can be
// read. The Error says what cannot; what the run said may hold that.
std::optional<Error> learn(world::Redactor& redactor, world::State& state, const world::NewRun& run,
                           const std::vector<std::string>& names, world::SecretSource& secrets);

}  // namespace tenon::runs
