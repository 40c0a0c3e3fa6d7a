// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/field_table.h"
#include "cli/plugins.h"
#include "cli/printable.h"
#include "tenon/json.h"
#include "text/suggest.h"

namespace tenon::cli {
namespace {

Value described(const world::StepDescription& step) {
    return Object{{"name", step.name},
                  {"version", step.version},
                  {"plugin", step.plugin},
                  {"summary", step.summary},
                  {"inputs", step.inputs},
                  {"outputs", step.outputs},
                  {"idempotent", step.idempotent},
                  {"once", step.once}};
}

std::string idempotence(const world::StepDescription& step) {
    if (step.idempotent) return ", idempotent";
    if (step.once) return ", finds what it made";
    const auto* when = step.inputs.find("x-idempotent");
    if (!when || !when->object() || when->object()->empty()) return "";
    const auto& [field, texts] = *when->object()->begin();
    std::string all;
    if (texts.array())
        for (const auto& text : *texts.array())
            all += (all.empty() ? "" : ", ") + (text.string() ? *text.string() : json::write(text));
    return ", idempotent where " + field + " is one of " + all;
}

int steps(const Arguments& arguments) {
    const auto catalog = openCatalog(arguments);
    const bool asJson = arguments.has("json");
    if (arguments.operands().empty()) {
        Array all;
        for (const auto& name : catalog.names()) {
            const auto& step = *catalog.find(name);
            all.push_back(described(step));
            if (!asJson)
                std::cout << oneLine(padded(step.name, 28) + padded(step.version, 9) +
                                     padded(step.plugin, 16) + step.summary)
                          << "\n";
        }
        if (asJson) std::cout << printableJson(json::pretty(all)) << "\n";
        return kOk;
    }
    for (const auto& name : arguments.operands()) {
        const auto* step = catalog.find(name);
        if (!step)
            throw Failure(kBadInput, "tenon: there is no step " + name +
                                         text::didYouMean(name, catalog.names()) + "\n");
        if (asJson) {
            std::cout << printableJson(json::pretty(described(*step))) << "\n";
            continue;
        }
        std::cout << oneLine(step->name + " " + step->version + " (plugin " + step->plugin + ")" +
                             idempotence(*step))
                  << "\n"
                  << printable(step->summary) << "\n";
        std::cout << "\nInputs:\n"
                  << fieldTable(step->inputs, {"required", "optional"}, "not typed")
                  << "\nOutputs:\n"
                  << fieldTable(step->outputs, {"always", "if known"}, "not typed");
    }
    return kOk;
}

}  // namespace

Command stepsCommand() {
    return {"steps",
            "[NAME...]",
            "Lists the steps, or says what one takes and gives",
            {{"json", "", "As JSON, inputs and outputs as JSON Schema", false}, pluginsOption()},
            steps};
}

}  // namespace tenon::cli
