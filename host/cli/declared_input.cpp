// SPDX-License-Identifier: Apache-2.0
#include "cli/declared_input.h"

#include "cli/failure.h"
#include "cli/field_table.h"
#include "http/url.h"
#include "manifest/json.h"
#include "store/manifest_files.h"

namespace tenon::cli {
namespace {

manifest::Node readBeside(const std::string& manifest, const std::string& file) {
    const auto text = store::ManifestFiles(manifest).read(file);
    if (!text) throw Failure(kUnreadable, "tenon: " + text.error().detail + "\n");
    manifest::Faults faults;
    auto root = manifest::readAny(text.value(), false, faults);
    if (!root) throw Failure(kBadInput, faults.text(file));
    return *std::move(root);
}

}  // namespace

DeclaredInput::DeclaredInput(const run::Workflow& workflow, const std::string& manifest) {
    const auto* slot = workflow.inputSlot();
    if (!slot) return;
    if (slot->written()) {
        schema_ = *slot->written();
        document_ = workflow.inputSchema();
    } else if (http::isAddress(slot->resource())) {
        address_ = slot->resource();
    } else {
        const auto root = readBeside(manifest, slot->resource());
        manifest::Faults faults;
        schema_ = schema::Schema::read(root, faults);
        if (!schema_) throw Failure(kBadInput, faults.text(slot->resource()));
        document_ = root.value();
    }
}

Result<std::vector<Problem>> DeclaredInput::problems(const Value& input) const {
    return schema_ ? schema_->mismatches(input) : Result(std::vector<Problem>());
}

std::string DeclaredInput::table() const {
    if (!address_.empty()) return "  as " + address_ + " has them\n";
    return fieldTable(
        document_, {"required", "optional"},
        schema_ ? "input.schema names none" : "no input.schema: whatever is given is taken");
}

}  // namespace tenon::cli
