// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "cli/arguments.h"
#include "runs/pins.h"
#include "world/runs.h"

namespace tenon::cli {

// Which steps runs keep to that are there no more, each run with its own plugins.
class RunNeeds {
  public:
    // Both outlive it.
    RunNeeds(const Arguments& arguments, world::State& state)
        : arguments_(arguments), state_(state) {}

    // Empty where nothing is missing, and for a run that has ended.
    std::vector<runs::PinnedStep> of(const world::RunRow& run);

  private:
    const catalog::Catalog* catalogOf(const runs::Pins& pins);

    const Arguments& arguments_;
    world::State& state_;
    // By the folders; nullptr where those cannot be read.
    std::map<std::vector<std::string>, std::unique_ptr<catalog::Catalog>> catalogs_;
};

// "needs CreateThing 1.0.0 of things, …"; empty where there are none.
std::string needsText(const std::vector<runs::PinnedStep>& needs);
Value needsValue(const std::vector<runs::PinnedStep>& needs);

}  // namespace tenon::cli
