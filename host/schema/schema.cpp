// SPDX-License-Identifier: Apache-2.0
#include "schema/schema.h"

#include "schema/reader.h"
#include "schema/rules.h"

namespace tenon::schema {

std::optional<Schema> Schema::read(const manifest::Node& node, manifest::Faults& faults) {
    manifest::Faults found;
    const Value document = schema::readSchema(node, found);
    Schema out;
    if (found.empty()) {
        try {
            out.rules_ = std::make_shared<const schema::Rules>(document);
        } catch (const StepError& e) {
            found.add(node, "this schema cannot be read: " + e.error().detail);
        }
    }
    for (const auto& fault : found.all()) faults.add(fault.place, fault.pointer, fault.text);
    if (!found.empty()) return std::nullopt;
    return out;
}

Result<std::vector<Problem>> Schema::mismatches(const Value& value,
                                                const std::function<bool()>& over) const {
    schema::Watch watch(over);
    schema::Findings findings;
    try {
        schema::Comparison(watch).fits(rules_->root(), value, "", &findings);
        return findings.all();
    } catch (const StepError& e) {
        return e.error();
    } catch (const schema::TimeUp&) {
        return makeError(ErrorKind::timeout, "deadline",
                         "The time was up before the value was compared with the schema.");
    }
}

}  // namespace tenon::schema
