// SPDX-License-Identifier: Apache-2.0
#include "schema_world.h"

#include "manifest/yaml.h"
#include "support/whole.h"
#include "tenon/json.h"

std::string SchemaWorld::outcome(const std::string& manifest) {
    tenon::manifest::Faults faults, warnings;
    const auto root = tenon::manifest::readYaml(
        "document: {dsl: 1.0.3, namespace: t, name: w, version: 1.0.0}\n" + manifest, faults);
    const auto workflow =
        root ? tenon::run::Workflow::load(*root, steps, faults, warnings) : std::nullopt;
    if (!workflow) return faults.text("manifest.yaml");
    tenon::world::World world{
        {http, steps, clock, chance}, secrets, journal, observer, redactor, &files};
    const auto result = workflow->run(world, options);
    return result ? tenon::json::write(result.value())
                  : result.error().instance + " " + support::whole(result.error());
}

SchemaWorld& SchemaWorld::given(const std::string& json) {
    options.input = tenon::json::read(json).value();
    return *this;
}
