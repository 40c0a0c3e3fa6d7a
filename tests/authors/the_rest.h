// SPDX-License-Identifier: Apache-2.0
// What a plugin has besides the struct Inputs of the file that includes this.
#pragma once

struct Outputs {
    std::string text;
    static constexpr auto fields() {
        return std::tuple{tenon::required("text", &Outputs::text, "What came of it")};
    }
};

class TheStep final : public tenon::TypedStep<Inputs, Outputs> {
  public:
    static constexpr tenon::StepInfo info{"TheStep", "1.0.0", "Does nothing."};
    using TypedStep::run;
    Outputs run(const Inputs&, tenon::Context&) override { return {}; }
};

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(TheStep, "TheStep")
POCO_END_MANIFEST
TENON_PLUGIN("authors", "1.0.0", TheStep)
