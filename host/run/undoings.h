// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/error.h"
#include "world/position.h"

namespace tenon::run {

// The undoing of one task that has done its work.
struct Undoing {
    world::Position position;  // the task's
    std::string action;        // "call CreateSageCRMInstance"
    // Why the run faulted. False where there was nothing to undo.
    std::function<Result<bool>(const Error& why)> undo;
    std::vector<std::string> instead{};  // the positions of those that it stands for
};

// Those of a run, in the order in which the tasks did their work. Any thread.
class Undoings {
  public:
    // It stands for those of the tasks inside it, and of its own earlier attempts.
    void add(Undoing undoing);
    // Those inside the position, the last one first. They are here no more.
    std::vector<Undoing> take(std::string_view position);
    [[nodiscard]] bool any(std::string_view position) const;

  private:
    mutable std::mutex mutex_;
    std::vector<Undoing> all_;
};

}  // namespace tenon::run
