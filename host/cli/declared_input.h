// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "run/workflow/workflow.h"
#include "schema/schema.h"

namespace tenon::cli {

// What a manifest says that it takes: its input.schema, also one that is in a file of its own.
class DeclaredInput {
  public:
    // `manifest`: its path. Failure (65, 66) for a file with a schema that cannot be used.
    DeclaredInput(const run::Workflow& workflow, const std::string& manifest);

    // Null where there is none, or one that has to be fetched.
    [[nodiscard]] const Value& schema() const { return document_; }
    // What of an input does not fit; nothing where schema() is null.
    [[nodiscard]] Result<std::vector<Problem>> problems(const Value& input) const;
    // As lines for `--help`.
    [[nodiscard]] std::string table() const;

  private:
    Value document_;
    std::optional<schema::Schema> schema_;
    std::string address_;
};

}  // namespace tenon::cli
