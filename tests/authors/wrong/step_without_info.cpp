// SPDX-License-Identifier: Apache-2.0
// error: a class of a plugin has a public static constexpr tenon::StepInfo info{name, version,
// summary}
#include "tenon/plugin.h"

struct Nothing {
    static constexpr auto fields() { return std::tuple{}; }
};

class TheStep final : public tenon::TypedStep<Nothing, Nothing> {
  public:
    using TypedStep::run;
    Nothing run(const Nothing&, tenon::Context&) override { return {}; }
};

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(TheStep, "TheStep")
POCO_END_MANIFEST
TENON_PLUGIN("authors", "1.0.0", TheStep)
