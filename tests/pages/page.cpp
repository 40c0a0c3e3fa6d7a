// SPDX-License-Identifier: Apache-2.0
#include "page.h"

#include "cli/field_table.h"

namespace pages {
namespace {

// In a table: on one line, and a bar is no border.
std::string cell(const std::string& text) {
    std::string out;
    for (const char c : text)
        out += c == '|' ? std::string("\\|") : std::string(1, c == '\n' ? ' ' : c);
    return out;
}

std::string table(const char* title, const tenon::Value& schema, const tenon::cli::Words& words) {
    const auto rows = tenon::cli::fieldRows(schema, words);
    std::string out = std::string("\n## ") + title + "\n\n";
    if (rows.empty()) return out + "None.\n";
    out += "| name | type | | meaning |\n|---|---|---|---|\n";
    for (const auto& row : rows)
        out += "| `" + row.name + "` | " + cell(row.type) + " | " + cell(row.need) + " | " +
               cell(row.meaning) + " |\n";
    return out;
}

std::string repeating(const tenon::world::StepDescription& step) {
    const std::string never = "it is never sent twice by itself.\n";
    if (step.idempotent) return "Doing it twice comes to the same as once.\n";
    if (step.once)
        return "It looks for what it made before it makes it again: it may be called again.\n";
    const auto* when = step.inputs.find("x-idempotent");
    if (!when) return "Doing it twice is not the same as once: " + never;
    const auto& [field, texts] = *when->object()->begin();
    std::string all;
    for (const auto& text : *texts.array()) all += (all.empty() ? "" : ", ") + *text.string();
    return "Doing it twice comes to the same as once where `" + field + "` is one of " + all +
           "; else " + never;
}

}  // namespace

std::string pageOf(const tenon::world::StepDescription& step, const std::string& comment) {
    return "# " + step.name + "\n\n" + step.summary + "\n\n" + comment + "\nVersion " +
           step.version + " of the plugin " + step.plugin + ". " + repeating(step) +
           table("Inputs", step.inputs, {"required", "optional"}) +
           table("Outputs", step.outputs, {"always", "if known"}) +
           "\nThis page is made of the step's fields and its header's comment: `./dev pages`.\n";
}

}  // namespace pages
