// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "world/ports.h"

namespace tenon::runs {

// Steps, with a note of which ones the manifests that are loaded with them call. One thread.
class UsedSteps final : public world::Steps {
  public:
    explicit UsedSteps(world::Steps& steps) : steps_(steps) {}

    [[nodiscard]] const world::StepDescription* find(std::string_view name) const override {
        return steps_.find(name);
    }
    [[nodiscard]] std::vector<std::string> names() const override { return steps_.names(); }
    std::optional<Error> ready(const world::StepDescription& step) override {
        used_.insert(step.name);
        return steps_.ready(step);
    }
    Result<Value> call(const world::StepDescription& step, const Value& inputs,
                       Context& context) override {
        return steps_.call(step, inputs, context);
    }

    [[nodiscard]] const std::set<std::string>& used() const { return used_; }

  private:
    world::Steps& steps_;
    std::set<std::string> used_;
};

}  // namespace tenon::runs
