// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "run/frame.h"
#include "run/loader.h"

namespace tenon::run {

// `with` of a step's call: values with expressions in them, secrets that the step takes where
// nothing is written, and documents, whose texts are their own.
class StepInputs {
  public:
    // A document among the inputs.
    struct Document {
        std::vector<std::string> path;  // where it goes
        Value data;
        std::string resource;  // where it is, if it is not written there
    };

    // `with` may be missing; then `call` is where that is said. What does not fit the step is a
    // fault.
    static StepInputs read(Loader& loader, const manifest::Node* with, const manifest::Node& call,
                           const StepDescription& step);

    [[nodiscard]] Result<Value> evaluate(Frame& frame, const expr::Scope& scope,
                                         const Position& position) const;

  private:
    expr::Template inputs_;
    std::vector<Document> documents_;
};

}  // namespace tenon::run
