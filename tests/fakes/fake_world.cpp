// SPDX-License-Identifier: Apache-2.0
#include "fakes/fake_world.h"

#include "manifest/yaml.h"
#include "tenon/json.h"

namespace fakes {

using tenon::run::Workflow;

Workflow workflow(FakeSteps& steps, const std::string& tasks, const std::string& more,
                  const tenon::run::LoadOptions& options) {
    tenon::manifest::Faults faults, warnings;
    const auto root = tenon::manifest::readYaml(
        "document: {dsl: 1.0.3, namespace: t, name: w, version: 1.0.0}\n" + more + "do:\n" + tasks,
        faults);
    auto loaded = root ? Workflow::load(*root, steps, faults, warnings, options) : std::nullopt;
    if (!loaded)
        throw tenon::StepError(tenon::makeError(tenon::ErrorKind::configuration, "faults",
                                                faults.text("manifest.yaml")));
    return *std::move(loaded);
}

tenon::Result<tenon::Value> FakeWorld::run(const std::string& tasks, const std::string& more) {
    const auto loaded = workflow(steps, tasks, more);
    tenon::world::World world{{http, steps, clock, chance}, secrets, journal, observer, redactor};
    return loaded.run(world, options);
}

std::string FakeWorld::outcome(const std::string& tasks, const std::string& more) {
    const auto result = run(tasks, more);
    return result ? tenon::json::write(result.value())
                  : result.error().instance + ": " + result.error().detail;
}

std::string FakeWorld::live(tenon::world::Journal& record, const Workflow& workflow) {
    tenon::world::World world{{http, steps, clock, chance}, secrets, record, observer, redactor};
    try {
        const auto result = workflow.run(world, options);
        return result ? tenon::json::write(result.value()) : result.error().detail;
    } catch (const tenon::world::Leave& leave) {
        return "left: " + leave.why.detail;
    }
}

FakeWorld& FakeWorld::given(const std::string& input) {
    options.input = tenon::json::read(input).value();
    return *this;
}

}  // namespace fakes
