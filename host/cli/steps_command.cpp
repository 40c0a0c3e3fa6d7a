// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>

#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/plugins.h"
#include "manifest/suggest.h"
#include "tenon/json.h"

namespace tenon::cli {
namespace {

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size(), width), ' ');
    return text;
}

std::string text(const Value& value, const char* name) {
    const auto* member = value.find(name);
    return member && member->string() ? *member->string() : "";
}

std::string typeOf(const Value& schema) {
    const auto* secret = schema.find("writeOnly");
    if (secret && secret->boolean() && *secret->boolean()) return "secret";
    std::string type = text(schema, "type");
    if (const auto* items = schema.find("items")) return "array of " + typeOf(*items);
    return type.empty() ? "any" : type;
}

struct Row {
    std::string name, type, need, meaning;
};

// The words for a member that must be there, and for one that need not.
struct Words {
    const char *always, *maybe;
};

void collect(const Value& schema, const std::string& prefix, const Words& words,
             std::vector<Row>& rows) {
    const auto* properties = schema.find("properties");
    if (!properties || !properties->object()) return;
    const auto* required = schema.find("required");
    for (const auto& [name, member] : *properties->object()) {
        const bool needed = required && required->array() &&
                            std::find(required->array()->begin(), required->array()->end(),
                                      Value(name)) != required->array()->end();
        std::string need = needed ? words.always : words.maybe;
        if (const auto* fallback = member.find("default"))
            need = "default " + json::write(*fallback);
        const auto unit = text(member, "x-unit");
        rows.push_back({prefix + name, typeOf(member), need,
                        text(member, "description") + (unit.empty() ? "" : ", in " + unit)});
        collect(member, prefix + name + ".", words, rows);
    }
}

void show(const char* title, const Value& schema, const Words& words) {
    std::vector<Row> rows;
    collect(schema, "", words, rows);
    std::cout << "\n" << title << ":\n";
    if (rows.empty()) std::cout << "  not typed\n";
    std::size_t names = 0, types = 0, needs = 0;
    for (const auto& row : rows) {
        names = std::max(names, row.name.size());
        types = std::max(types, row.type.size());
        needs = std::max(needs, row.need.size());
    }
    for (const auto& row : rows)
        std::cout << "  " << padded(row.name, names) << "  " << padded(row.type, types) << "  "
                  << padded(row.need, needs) << "  " << row.meaning << "\n";
}

Value described(const run::StepDescription& step) {
    return Object{{"name", step.name},
                  {"version", step.version},
                  {"plugin", step.plugin},
                  {"summary", step.summary},
                  {"inputs", step.inputs},
                  {"outputs", step.outputs},
                  {"idempotent", step.idempotent}};
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
                std::cout << padded(step.name, 28) << padded(step.version, 9)
                          << padded(step.plugin, 16) << step.summary << "\n";
        }
        if (asJson) std::cout << json::pretty(all) << "\n";
        return kOk;
    }
    for (const auto& name : arguments.operands()) {
        const auto* step = catalog.find(name);
        if (!step)
            throw Failure(kBadInput, "tenon: there is no step " + name +
                                         manifest::didYouMean(name, catalog.names()) + "\n");
        if (asJson) {
            std::cout << json::pretty(described(*step)) << "\n";
            continue;
        }
        std::cout << step->name << " " << step->version << " (plugin " << step->plugin << ")"
                  << (step->idempotent ? ", idempotent" : "") << "\n"
                  << step->summary << "\n";
        show("Inputs", step->inputs, {"required", "optional"});
        show("Outputs", step->outputs, {"always", "if known"});
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
