// SPDX-License-Identifier: Apache-2.0
// A task: one class a kind. What all kinds share (if, input, output, export, then, events, errors)
// is here, in the order of the language; what a kind does is its perform().
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "expr/expression.h"
#include "run/duration.h"
#include "run/frame.h"
#include "run/schema_slot.h"

namespace tenon::run {

struct Extension;

// Where to go after a task.
struct Flow {
    enum class Kind { next, exit, end, jump };
    Kind kind = Kind::next;
    std::size_t index = 0;  // where kind is jump: of a task in the same list
};

struct Outcome {
    Value output;
    std::optional<Flow> flow;  // where the task's own work decides it; else its `then` does
    Value authorization{};     // $authorization, where the task's own work had one
};

// What stands beside the kind's own keys. Filled in by the loader.
struct Common {
    std::string name;
    std::string pointer;  // "/do/0/create"
    Value definition;
    std::optional<expr::Expression> condition;  // if
    std::optional<SchemaSlot> inputSchema;
    std::optional<expr::Template> inputFrom;
    std::optional<expr::Template> outputAs;
    std::optional<SchemaSlot> outputSchema;
    std::optional<expr::Template> exportAs;
    std::optional<SchemaSlot> exportSchema;
    std::optional<Duration> timeout;
    std::vector<std::shared_ptr<const Extension>> extensions;
    bool repeatable = false;  // `metadata` says that what it does may be done twice
    Flow then;
};

class Task {
  public:
    explicit Task(Common common) : common_(std::move(common)) {}
    Task(const Task&) = delete;
    Task& operator=(const Task&) = delete;
    virtual ~Task() = default;

    // `position` is the task's in this run. Changes the frame's context, nothing else of it.
    Result<Outcome> run(Frame& frame, const Value& raw, const Position& position) const;

    [[nodiscard]] const Common& common() const { return common_; }

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
    Result<Outcome> extended(Frame& frame, const expr::Scope& scope,
                             const Position& position) const;
    Result<Outcome> timed(Frame& frame, const expr::Scope& scope, const Position& position) const;

    Common common_;
};

// A `do` list, of the workflow or of a task.
struct TaskList {
    std::vector<std::unique_ptr<Task>> tasks;

    // The last output, and as flow how the list was left: `end` (a task ended the workflow),
    // `exit`, or `next`. The frame's position is the list's.
    Result<Outcome> run(Frame& frame, const Value& input) const;
};

// As jq has it: everything but null and false.
bool truthy(const Value& value);

// What a list means for the task that ran it: only `end` goes further up.
Result<Outcome> ended(Result<Outcome> list);

// The error of a template or an expression of a task, with the place inside the task named.
Error located(Error error, const std::string& place);

}  // namespace tenon::run
