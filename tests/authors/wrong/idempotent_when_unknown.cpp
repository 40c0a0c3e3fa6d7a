// SPDX-License-Identifier: Apache-2.0
// error: idempotentWhen names an input that is a text, and texts that it takes
#include "tenon/plugin.h"

struct Inputs {
    std::string method;
    static constexpr auto fields() {
        return std::tuple{
            tenon::required("method", &Inputs::method, "What to do").oneOf({"GET", "POST"})};
    }
};

class TheStep final : public tenon::TypedStep<Inputs, Inputs> {
  public:
    static constexpr tenon::StepInfo info{"TheStep", "1.0.0", "Does nothing."};
    static constexpr tenon::IdempotentWhen idempotentWhen{"method", {{"GET", "PUT"}, 2}};
    using TypedStep::run;
    Inputs run(const Inputs& in, tenon::Context&) override { return in; }
};

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(TheStep, "TheStep")
POCO_END_MANIFEST
TENON_PLUGIN("authors", "1.0.0", TheStep)
