// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "run/task.h"

namespace tenon::run {

// `use.extensions`: tasks before and after all tasks of a kind. Their outputs are nobody's input,
// except where `before` exits: then its output is the task's, which does not run.
struct Extension {
    std::string name;
    std::string extend;  // a kind of task, "composite" or "all"
    std::optional<expr::Expression> when;
    TaskList before, after;
};

// Is a task with this key of the kind that the extension extends?
bool extends(const Extension& extension, std::string_view key);

// Those that extend one task, in their order.
class Extensions final : public Around {
  public:
    explicit Extensions(std::vector<std::shared_ptr<const Extension>> all) : all_(std::move(all)) {}
    Result<Outcome> run(Frame& frame, const expr::Scope& scope, const Position& position,
                        const Common& task,
                        const std::function<Result<Outcome>()>& work) const override;

  private:
    const std::vector<std::shared_ptr<const Extension>> all_;
};

}  // namespace tenon::run
