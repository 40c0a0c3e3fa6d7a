// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "manifest/node.h"
#include "tenon/fields.h"

namespace valijson {
class Schema;
}

namespace tenon::run {

// A JSON Schema, draft 7 or 4, that data is compared with while a manifest runs. (The check of a
// step's inputs when a manifest is loaded is schema_check.h.) Any thread may use it.
class Schema {
  public:
    // Nothing, and faults with their places, where the schema itself is wrong or uses what we do
    // not read.
    static std::optional<Schema> read(const manifest::Node& node, manifest::Faults& faults);

    // Every mismatch once; of `allOf` those of the first schema that does not fit. Texts never
    // quote the value.
    [[nodiscard]] std::vector<Problem> mismatches(const Value& value) const;

  private:
    std::shared_ptr<const valijson::Schema> schema_;
};

}  // namespace tenon::run
