// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "catalog/catalog.h"
#include "checks.h"
#include "cli/editor_schema/manifest_schema.h"
#include "manifest/yaml.h"
#include "schema/schema.h"
#include "tenon/json.h"

namespace scenarios {

void checkEditorSchema(const std::vector<Scenario>& own) {
    tenon::manifest::Faults faults;
    const tenon::catalog::Catalog catalog({GREET_FOLDER});
    const auto printed =
        tenon::manifest::readYaml(tenon::json::write(tenon::cli::manifestSchema(catalog)), faults);
    const auto schema = tenon::schema::Schema::read(printed.value(), faults).value();
    std::string text;
    std::size_t compared = 0;
    for (const auto& scenario : own) {
        const auto has = [&](const Step& step) {
            return step.text == "the workflow should be refused with:";
        };
        if (std::any_of(scenario.steps.begin(), scenario.steps.end(), has)) continue;
        for (const auto& step : scenario.steps) {
            if (step.text != "a workflow with definition:") continue;
            ++compared;
            const auto root = tenon::manifest::readYaml(step.doc.value(), faults).value();
            const auto found = schema.mismatches(root.value()).value();
            for (const auto& problem : found)
                text += scenario.feature + ": " + scenario.name + ": " + problem.pointer + " " +
                        problem.text + "\n";
        }
    }
    if (!text.empty()) throw Failed("these load, and do not fit what tenon schema says:\n" + text);
    if (compared == 0) throw Failed("there is no scenario with a workflow");
}

}  // namespace scenarios
