// SPDX-License-Identifier: Apache-2.0
// One workflow for many inputs: a run each, some at once, in one process.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "run/workflow/workflow.h"
#include "runs/life.h"
#include "world/ports.h"
#include "world/redactor.h"
#include "world/runs.h"

namespace tenon::runs {

// One of the inputs.
struct EachLine {
    std::string key;  // as people know it
    std::string id;   // of its run
    Value input{};
    std::string text{};  // as it was written
};

// What became of a line.
struct EachEnd {
    Life life;
    bool before = false;   // it ended in an earlier life of this process
    bool refused = false;  // nothing was run: the run of that name is another, or another's
    // Of the run, to show what came of it; nullptr where secrets that it knew cannot be read now.
    const world::Redactor* redactor = nullptr;
};

struct Each {
    const run::Workflow& workflow;
    world::Process process;
    world::SecretSource& secrets;
    world::Files& files;
    std::size_t jobs = 1;
    run::RunOptions pattern;        // of each run, but for its id and its input
    world::State* state = nullptr;  // where runs are kept, if they are
    world::NewRun kept{};           // the same
    std::stop_token stop;           // no further line is taken; runs rest, or are stopped

    // These three one at a time, by any thread. The next line; nothing at the end.
    std::function<std::optional<EachLine>()> next;
    std::function<void(const EachLine& line)> began;
    std::function<void(const EachLine& line, const EachEnd& end)> ended;
    // Who is told of a run, beside that; may give nothing.
    std::function<std::unique_ptr<world::Observer>(const std::string& id,
                                                   const world::Redactor& redactor)>
        observer;

    // Runs them all. Returns when every run that was begun has ended, or was left. Throws what the
    // functions throw, after that.
    void run() const;

  private:
    class Cancels;
    struct Shared;
    [[nodiscard]] EachEnd one(const EachLine& line, world::Redactor& redactor,
                              Shared& shared) const;
    void work(Shared& shared) const;
};

}  // namespace tenon::runs
