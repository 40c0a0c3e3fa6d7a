// SPDX-License-Identifier: Apache-2.0
// error: a step overrides run(const Inputs&, tenon::Context&)
#include "tenon/plugin.h"

struct Nothing {
    static constexpr auto fields() { return std::tuple{}; }
};

class TheStep : public tenon::TypedStep<Nothing, Nothing> {
  public:
    static constexpr tenon::StepInfo info{"TheStep", "1.0.0", "Does nothing."};
    using TypedStep::run;
    Nothing run(Nothing&, tenon::Context&) { return {}; }
};

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(TheStep, "TheStep")
POCO_END_MANIFEST
TENON_PLUGIN("authors", "1.0.0", TheStep)
