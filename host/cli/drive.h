// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "cli/arguments.h"
#include "cli/delivery.h"
#include "cli/given_manifest.h"
#include "cli/means.h"
#include "runs/begin.h"
#include "world/redactor.h"
#include "world/runs.h"

namespace tenon::cli {

// The options of every command that drives a run, in front of and behind the command's own.
std::vector<Option> drivingOptions();

// Those of them that a run keeps to in its later lives, with the values that are files made
// absolute.
Arguments::Given pinnedOptions(const Arguments& arguments);

// Drives one run of a manifest as the options say: it is told of while it runs, and what comes of
// it is brought to where the user reads it.
class Drive {
  public:
    // Reads what the options name; nothing is run yet. Failure (65, 66, 73, 77, 78), UsageError.
    Drive(const Arguments& arguments, catalog::Catalog& catalog, GivenManifest& given);

    // `kept`: the run's record, where it can be gone on with later. The exit code.
    int run(const std::string& id, const Value& input, world::RunJournal* kept);

    // A run that has ended before.
    int tellAgain(world::State& state, const world::NewRun& run, const runs::Begun& begun);

  private:
    int tell(const Result<Value>& outcome, const Delivery::Acts& acts);
    [[nodiscard]] std::string keptWhere(const world::RunJournal* kept) const;

    const Arguments& arguments_;
    catalog::Catalog& catalog_;
    GivenManifest& given_;
    Means means_;
    world::Redactor redactor_;
    Delivery delivery_;
};

}  // namespace tenon::cli
