// SPDX-License-Identifier: Apache-2.0
// What all kinds of tasks have in common.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "expr/expression.h"
#include "run/duration.h"
#include "run/frame.h"
#include "run/schema_slot.h"

namespace tenon::run {

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
    bool skipped = false;      // nothing was done
};

struct Common;
struct TaskList;

// What runs before and after the work of a task.
class Around {
  public:
    virtual ~Around() = default;
    // `.` of the scope is the task's input.
    virtual Result<Outcome> run(Frame& frame, const expr::Scope& scope, const Position& position,
                                const Common& task,
                                const std::function<Result<Outcome>()>& work) const = 0;
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
    std::shared_ptr<const Around> around{};  // null: nothing extends it
    bool described = false;                  // may an expression ask for $task?
    bool dated = false;                      // do its texts ask when it began?
    bool idempotent = false;                 // `metadata` says that what it does may be done twice
    std::shared_ptr<const TaskList> undo{};  // null: nothing undoes it
    Flow then;
};

}  // namespace tenon::run
