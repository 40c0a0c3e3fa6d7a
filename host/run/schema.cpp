// SPDX-License-Identifier: Apache-2.0
#include "run/schema.h"

#include <new>
#include <valijson/constraints/concrete_constraints.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "run/schema/keywords.h"
#include "run/schema/mismatch.h"
#include "run/schema/reader.h"
#include "run/schema/value_adapter.h"

namespace tenon::run {
namespace {

// One of our keywords, as valijson calls it.
class OwnConstraint final : public valijson::constraints::PolyConstraint {
  public:
    explicit OwnConstraint(schema::Check check) : check_(std::move(check)) {}

    bool validate(const valijson::adapters::Adapter& target,
                  const std::vector<std::string>& context,
                  valijson::ValidationResults* results) const override {
        const auto problem = check_(schema::valueOf(target));
        if (problem && results) results->pushError(context, schema::marked(*problem));
        return !problem;
    }

  private:
    Constraint* cloneInto(void* memory) const override { return new (memory) OwnConstraint(*this); }
    [[nodiscard]] std::size_t sizeOf() const override { return sizeof(OwnConstraint); }

    schema::Check check_;
};

class OwnBuilder final : public valijson::ConstraintBuilder {
  public:
    explicit OwnBuilder(const schema::Keyword& keyword) : keyword_(keyword) {}
    [[nodiscard]] valijson::constraints::Constraint* make(
        const valijson::adapters::Adapter& wanted) const override {
        return new OwnConstraint(keyword_.make(schema::valueOf(wanted)));
    }

  private:
    const schema::Keyword& keyword_;
};

}  // namespace

std::optional<Schema> Schema::read(const manifest::Node& node, manifest::Faults& faults) {
    manifest::Faults found;
    const Value document = schema::readSchema(node, found);
    auto read = std::make_shared<valijson::Schema>();
    if (found.empty()) {
        try {
            valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
            for (const auto& keyword : schema::keywords())
                parser.addConstraintBuilder(schema::ownName(keyword.name), new OwnBuilder(keyword));
            parser.populateSchema(schema::ValueAdapter(document), *read);
        } catch (const std::exception& e) {
            found.add(node, std::string("this schema cannot be read: ") + e.what());
        }
    }
    for (const auto& fault : found.all()) faults.add(fault.place, fault.pointer, fault.text);
    if (!found.empty()) return std::nullopt;
    Schema out;
    out.schema_ = std::move(read);
    return out;
}

std::vector<Problem> Schema::mismatches(const Value& value) const {
    valijson::Validator validator;
    valijson::ValidationResults results;
    std::vector<Problem> out;
    if (validator.validate(*schema_, schema::ValueAdapter(value), &results)) return out;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) schema::addMismatch(error.context, error.description, out);
    // Of names that do not fit `propertyNames` valijson says nothing.
    if (out.empty()) out.push_back({"", "has a member whose name does not fit"});
    return out;
}

}  // namespace tenon::run
