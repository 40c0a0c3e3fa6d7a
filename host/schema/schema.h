// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "manifest/node.h"
#include "schema/findings.h"
#include "tenon/error.h"

namespace tenon::schema {

class Rules;

// A JSON Schema, draft 7 or 4, that data is compared with while a manifest runs. (The check of a
// step's inputs when a manifest is loaded is schema_check.h.) Any thread may use it.
class Schema {
  public:
    static constexpr std::size_t kMost = kMostMismatches;

    // Nothing, and faults with their places, where the schema itself is wrong or uses what we do
    // not read.
    static std::optional<Schema> read(const manifest::Node& node, manifest::Faults& faults);

    // Every mismatch once, kMost of them; of `allOf` those of the first schema that does not
    // fit. Texts never quote the value. `over`: is the time up? The Error says so (`timeout`), or
    // that the schema leads too deep (`validation`).
    [[nodiscard]] Result<std::vector<Problem>> mismatches(
        const Value& value, const std::function<bool()>& over = nullptr) const;

  private:
    std::shared_ptr<const schema::Rules> rules_;
};

}  // namespace tenon::schema
