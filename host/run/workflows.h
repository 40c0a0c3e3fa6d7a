// SPDX-License-Identifier: Apache-2.0
// What a manifest may use beside its steps.
#pragma once

#include <memory>
#include <string>

#include "tenon/error.h"

namespace tenon::run {

class Workflow;

// A workflow's place, filled when its manifest is loaded: workflows may run each other.
using WorkflowPlace = std::unique_ptr<const Workflow>;

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
};

}  // namespace tenon::run
