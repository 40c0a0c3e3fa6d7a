// SPDX-License-Identifier: Apache-2.0
#include "run/schema_slot.h"

#include "manifest/map_reader.h"
#include "run/external_resource.h"
#include "run/located.h"
#include "run/resources.h"

namespace tenon::run {

using manifest::Faults;
using manifest::MapReader;
using manifest::Node;

namespace {

constexpr std::size_t kMostMismatches = 10;

}  // namespace

std::optional<SchemaSlot> SchemaSlot::read(const Node& node, std::string place, Faults& faults) {
    MapReader reader(node, "\"schema\"", faults);
    if (!reader.usable()) return std::nullopt;
    const auto format = reader.optionalText("format");
    if (format && *format != "json")
        faults.add(*node.find("format"), "wanted json, found \"" + *format +
                                             "\", a format of schemas that Tenon does not read");
    const Node* document = reader.optional("document");
    const Node* resource = reader.optional("resource");
    reader.finish();
    if (!document == !resource) {
        faults.add(node, std::string("a schema has either \"document\" or \"resource\"; found ") +
                             (document ? "both" : "neither"));
        return std::nullopt;
    }
    SchemaSlot out;
    out.place_ = std::move(place);
    if (document) {
        out.written_ = schema::Schema::read(*document, faults);
        if (!out.written_) return std::nullopt;
    } else {
        out.resource_ = externalResource(*resource, faults);
    }
    return out;
}

std::optional<Error> SchemaSlot::refuses(const Value& value, Run& run, const Limits& limits,
                                         const std::string& position) const {
    std::optional<schema::Schema> got;
    if (!written_) {
        auto schema = externalSchema(run, resource_, limits);
        if (!schema) return located(schema.error(), place_);
        got = std::move(schema).value();
    }
    const auto over = [&] {
        return limits.stop.stop_requested() || run.late(limits, position + "/" + place_);
    };
    const auto compared = (written_ ? *written_ : *got).mismatches(value, over);
    if (!compared && limits.stop.stop_requested())
        return makeError(ErrorKind::cancelled, "cancelled", "The run was stopped.");
    if (!compared) return located(compared.error(), place_);
    const auto& problems = compared.value();
    if (problems.empty()) return std::nullopt;
    std::string text = "The value does not fit the schema.";
    for (std::size_t i = 0; i < problems.size() && i < kMostMismatches; ++i)
        text += "\n  " + (problems[i].pointer.empty() ? "the whole" : problems[i].pointer) + " " +
                problems[i].text;
    if (problems.size() > kMostMismatches)
        text += std::string("\n  and ") +
                (problems.size() < schema::Schema::kMost ? "" : "at least ") +
                std::to_string(problems.size() - kMostMismatches) + " more";
    return located(makeError(ErrorKind::validation, "schema", text), place_);
}

}  // namespace tenon::run
