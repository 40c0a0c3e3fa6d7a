// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "schema/schema.h"
#include "tenon/context.h"
#include "tenon/error.h"

namespace tenon::run {

class Run;

// `schema` of an input, an output or an export: written in the manifest, or a resource that is got
// when it is first needed.
class SchemaSlot {
  public:
    // `place`: "input/schema".
    static std::optional<SchemaSlot> read(const manifest::Node& node, std::string place,
                                          manifest::Faults& faults);

    // Nothing where the value fits. The Error (`validation`) lists what does not; errors of the
    // resource are given as they are. `position`: of the task.
    [[nodiscard]] std::optional<Error> refuses(const Value& value, Run& run, const Limits& limits,
                                               const std::string& position) const;

    // The schema as the manifest writes it; nullptr for a resource.
    [[nodiscard]] const schema::Schema* written() const { return written_ ? &*written_ : nullptr; }
    // The address or file of the resource; empty for what is written.
    [[nodiscard]] const std::string& resource() const { return resource_; }

  private:
    std::string place_;
    std::optional<schema::Schema> written_;
    std::string resource_;  // address or file, where nothing is written
};

}  // namespace tenon::run
