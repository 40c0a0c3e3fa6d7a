// SPDX-License-Identifier: Apache-2.0
// error: a plugin has a name
#include "tenon/plugin.h"

struct Nothing {
    static constexpr auto fields() { return std::tuple{}; }
};

class TheStep final : public tenon::TypedStep<Nothing, Nothing> {
  public:
    static constexpr tenon::StepInfo info{"TheStep", "1.0.0", "Does nothing."};
    using TypedStep::run;
    Nothing run(const Nothing&, tenon::Context&) override { return {}; }
};

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(TheStep, "TheStep")
POCO_END_MANIFEST
TENON_PLUGIN("", "1.0.0", TheStep)
