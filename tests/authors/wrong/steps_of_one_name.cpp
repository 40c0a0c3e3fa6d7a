// SPDX-License-Identifier: Apache-2.0
// error: two steps have the same name
#include "tenon/plugin.h"

struct Nothing {
    static constexpr auto fields() { return std::tuple{}; }
};

class TheStep : public tenon::TypedStep<Nothing, Nothing> {
  public:
    static constexpr tenon::StepInfo info{"TheStep", "1.0.0", "Does nothing."};
    using TypedStep::run;
    Nothing run(const Nothing&, tenon::Context&) override { return {}; }
};

class Another final : public TheStep {};

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(TheStep, "TheStep")
POCO_END_MANIFEST
TENON_PLUGIN("authors", "1.0.0", TheStep, Another)
