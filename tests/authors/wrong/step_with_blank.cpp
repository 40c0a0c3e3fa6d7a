// SPDX-License-Identifier: Apache-2.0
// error: a step's name begins with a letter and goes on with letters, digits, _ and -
#include "tenon/plugin.h"

struct Nothing {
    static constexpr auto fields() { return std::tuple{}; }
};

class TheStep final : public tenon::TypedStep<Nothing, Nothing> {
  public:
    static constexpr tenon::StepInfo info{"The step", "1.0.0", "Does nothing."};
    using TypedStep::run;
    Nothing run(const Nothing&, tenon::Context&) override { return {}; }
};

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(TheStep, "The step")
POCO_END_MANIFEST
TENON_PLUGIN("authors", "1.0.0", TheStep)
