// SPDX-License-Identifier: Apache-2.0
// A task: one class a kind. What all kinds share (if, input, output, export, then, events, errors)
// is here, in the order of the language; what a kind does is its perform().
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "run/common.h"
#include "run/located.h"

namespace tenon::run {

class Task {
  public:
    explicit Task(Common common) : common_(std::move(common)) {}
    Task(const Task&) = delete;
    Task& operator=(const Task&) = delete;
    virtual ~Task() = default;

    // `position` is the task's in this run. Changes the frame's context, nothing else of it.
    Result<Outcome> run(Frame& frame, const Value& raw, const Position& position) const;

    [[nodiscard]] const Common& common() const { return common_; }
    // Says where the error is from, if nothing inside the task has said it.
    void place(Error& error, const Frame& frame) const;

  protected:
    // From the task's input (`.` of the scope) to its raw output.
    virtual Result<Outcome> perform(Frame& frame, const expr::Scope& scope,
                                    const Position& position) const = 0;
    // In a person's words: "call CreateSageCRMInstance".
    [[nodiscard]] virtual std::string action() const = 0;
    // Does the kind itself speak to the world?
    [[nodiscard]] virtual bool outside() const { return false; }
    // One about this task, to be filled in.
    [[nodiscard]] Event event(Event::Kind kind, const Frame& frame, const Position& position) const;

  private:
    Result<Outcome> guarded(Frame& frame, const Value& raw, const Position& position,
                            expr::Scope& scope) const;
    Result<Outcome> through(Frame& frame, const Value& raw, const Position& position,
                            expr::Scope& scope) const;
    Result<Outcome> shaped(Frame& frame, Outcome outcome, const Position& position,
                           expr::Scope& scope) const;
    // Its undoing is ready from now on, if it has one and made something.
    void undoable(const Frame& frame, const Position& position,
                  const Result<Outcome>& outcome) const;
    Result<Outcome> timed(Frame& frame, const expr::Scope& scope, const Position& position) const;

    Common common_;
};

// A `do` list, of the workflow or of a task.
struct TaskList {
    std::vector<std::unique_ptr<Task>> tasks;

    // The last output, and as flow how the list was left: `end` (a task ended the workflow),
    // `exit`, or `next`; skipped where all were. The frame's position is the list's.
    Result<Outcome> run(Frame& frame, const Value& input) const;
};

// As jq has it: everything but null and false.
bool truthy(const Value& value);

// What a list means for the task that ran it: only `end` goes further up.
Result<Outcome> ended(Result<Outcome> list);

}  // namespace tenon::run
