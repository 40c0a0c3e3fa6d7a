// SPDX-License-Identifier: Apache-2.0
// What a manifest may use beside its steps.
#pragma once

#include <string>

#include "run/frame.h"

namespace tenon::run {

// A workflow as another one sees it, which runs it as a task.
class InnerWorkflow {
  public:
    virtual ~InnerWorkflow() = default;
    // `position` is where its own tasks' positions begin.
    [[nodiscard]] virtual Result<Value> runInside(Frame& frame, const Value& input,
                                                  const Position& position) const = 0;
    // Has it a call that must not be made twice, as far as its manifest tells?
    [[nodiscard]] virtual bool acts() const = 0;
    // Its manifest, as it is written.
    [[nodiscard]] virtual const Value& definition() const = 0;
};

// Its place, filled when its manifest is loaded: workflows may run each other.
using WorkflowPlace = const InnerWorkflow*;

// The workflows that a manifest may run by name. Outlives every workflow that is loaded with it.
class Workflows {
  public:
    virtual ~Workflows() = default;
    // `version` may be "latest": the highest. An Error's detail becomes a fault of the manifest.
    virtual Result<const WorkflowPlace*> find(const std::string& space, const std::string& name,
                                              const std::string& version) = 0;
};

struct LoadOptions {
    Workflows* workflows = nullptr;
    bool shell = false;  // may it run commands?
    std::string file{};  // as the user names it, in errors of runs
};

}  // namespace tenon::run
