// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

#include "run/acts.h"
#include "run/workflow/workflow.h"
#include "world/ports.h"
#include "world/runs.h"

namespace tenon::runs {

// How one life of a run ended: with an outcome, or it was left, to be gone on with.
struct Life {
    std::optional<Result<Value>> outcome;
    std::optional<Error> left;   // why: "rest" where it was asked to
    std::vector<run::Act> acts;  // of the whole run, earlier lives included
};

// Hears within a second that a run that is kept was asked to stop (State::cancel).
class CancelListener {
  public:
    // The record outlives it.
    explicit CancelListener(world::RunJournal& kept);
    [[nodiscard]] std::stop_token stop() const { return stop_.get_token(); }

  private:
    std::stop_source stop_;
    std::jthread thread_;
};

// One life of a run. `kept`: its record, where it outlives the process; the world's journal is that
// one or hands on to it. Its end is recorded when this returns.
Life live(const run::Workflow& workflow, world::World& world, run::RunOptions options,
          world::RunJournal* kept = nullptr);

// How a run ended, for its record.
world::RunState stateOf(const Result<Value>& outcome, const std::vector<run::Act>& acts);

}  // namespace tenon::runs
