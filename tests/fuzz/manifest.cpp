// SPDX-License-Identifier: Apache-2.0
// A file → its nodes → a workflow, in a catalog of one step.
#include "manifest/yaml.h"
#include "run/workflow/workflow.h"
#include "targets.h"

namespace {

class OneStep final : public tenon::world::Steps {
  public:
    [[nodiscard]] const tenon::world::StepDescription* find(std::string_view name) const override {
        return name == step_.name ? &step_ : nullptr;
    }
    [[nodiscard]] std::vector<std::string> names() const override { return {step_.name}; }
    std::optional<tenon::Error> ready(const tenon::world::StepDescription&) override { return {}; }
    tenon::Result<tenon::Value> call(const tenon::world::StepDescription&,
                                     const tenon::Value& inputs, tenon::Context&) override {
        return inputs;
    }

  private:
    tenon::world::StepDescription step_{"Make", "1.0.0", "Makes.", "things", {}, {}};
};

}  // namespace

void fuzz::manifest(std::string_view bytes) {
    OneStep steps;
    tenon::manifest::Faults faults, warnings;
    const auto root = tenon::manifest::readYaml(bytes, faults);
    if (root) tenon::run::Workflow::load(*root, steps, faults, warnings);
    (void)faults.text("x");
    (void)warnings.text("x");
}
