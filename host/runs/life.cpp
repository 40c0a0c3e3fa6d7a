// SPDX-License-Identifier: Apache-2.0
#include "runs/life.h"

#include <condition_variable>
#include <mutex>

namespace tenon::runs {
namespace {

using world::RunState;

}  // namespace

CancelListener::CancelListener(world::RunJournal& kept)
    : thread_([&kept, stop = stop_](const std::stop_token& over) mutable {
          std::mutex mutex;
          std::condition_variable_any never;
          std::unique_lock lock(mutex);
          while (!over.stop_requested() && !stop.stop_requested()) {
              if (kept.stopAsked()) stop.request_stop();
              never.wait_for(lock, over, std::chrono::seconds(1), [] { return false; });
          }
      }) {
    // What was asked before this life began is heard before its first task.
    if (kept.stopAsked()) stop_.request_stop();
}

RunState stateOf(const Result<Value>& outcome, const std::vector<run::Act>& acts) {
    if (!run::unknown(acts).empty()) return RunState::unknown;
    if (outcome) return RunState::completed;
    if (outcome.error().done == Done::maybe) return RunState::unknown;
    return outcome.error().kind == ErrorKind::cancelled ? RunState::cancelled : RunState::faulted;
}

Life live(const run::Workflow& workflow, world::World& world, run::RunOptions options,
          world::RunJournal* kept) {
    run::Acts acts;
    options.acts = &acts;
    Life life;
    try {
        auto outcome = workflow.run(world, options);
        life.acts = acts.every();
        if (kept) kept->end(stateOf(outcome, life.acts), outcome);
        life.outcome = std::move(outcome);
    } catch (const world::Leave& leave) {
        life.left = leave.why;
        life.acts = acts.every();
    }
    if (!kept || !life.left || life.left->title != "rest") return life;
    try {
        kept->end(RunState::waiting, *life.left);
    } catch (const world::Leave& leave) {
        life.left = leave.why;
    }
    return life;
}

}  // namespace tenon::runs
