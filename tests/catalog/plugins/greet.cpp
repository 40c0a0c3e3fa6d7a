// SPDX-License-Identifier: Apache-2.0
// A whole plugin: one step, which greets.
#include "tenon/plugin.h"

struct GreetInputs {
    std::string name;
    std::string greeting;

    static constexpr auto fields() {
        return std::tuple{
            tenon::required("name", &GreetInputs::name, "Whom to greet"),
            tenon::optional("greeting", &GreetInputs::greeting, "With which word", "Hello")};
    }
};

struct GreetOutputs {
    std::string text;

    static constexpr auto fields() {
        return std::tuple{tenon::required("text", &GreetOutputs::text, "The whole greeting")};
    }
};

class Greet final : public tenon::TypedStep<GreetInputs, GreetOutputs> {
  public:
    static constexpr tenon::StepInfo info{"Greet", "1.0.0", "Greets somebody by name."};

    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context&) override {
        return {inputs.greeting + ", " + inputs.name + "!"};
    }
};

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(Greet, "Greet")
POCO_END_MANIFEST

TENON_PLUGIN("greeting", "1.0.0", Greet)
