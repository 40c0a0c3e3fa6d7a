// SPDX-License-Identifier: Apache-2.0
// The start of an execution of a formula instance.
#pragma once

#include <string>
#include <vector>

#include "cloudelements/formulas/run_formula.h"
#include "cloudelements/platform/client.h"
#include "tenon/once.h"

namespace cloudelements {

// For one call. What an earlier attempt, or an earlier life of the run, has started is known; where
// nobody can know whether it has, `unknown outcome` or `interrupted` (done: maybe) is thrown, and
// nothing is sent.
class Start {
  public:
    using Ids = std::vector<std::int64_t>;  // of executions

    Start(Client& client, const RunFormulaInputs& in, tenon::Context& context);

    // Those of an earlier attempt; none where it has started none. Throws StepError.
    [[nodiscard]] Ids earlier() const;
    // Those of this attempt: one POST, never sent twice. Throws StepError.
    [[nodiscard]] Ids now() const;

  private:
    [[nodiscard]] std::string path() const;
    [[nodiscard]] std::string about() const;
    [[nodiscard]] std::string lookFirst() const;
    [[nodiscard]] tenon::Error unclear(tenon::Error error) const;
    [[nodiscard]] tenon::Value args() const;
    [[nodiscard]] Ids sent() const;
    // Until the task is over, what was started is in its record.
    [[nodiscard]] Ids kept(Ids ids) const;

    Client& client_;
    const RunFormulaInputs& in_;
    tenon::Context& context_;
    tenon::Once* const once_;
    const tenon::Past past_;
};

}  // namespace cloudelements
