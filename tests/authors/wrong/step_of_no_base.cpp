// SPDX-License-Identifier: Apache-2.0
// error: a step derives from tenon::TypedStep<Inputs, Outputs>
#include "tenon/plugin.h"

class TheStep {
  public:
    static constexpr tenon::StepInfo info{"TheStep", "1.0.0", "Does nothing."};
};

TENON_PLUGIN("authors", "1.0.0", TheStep)
