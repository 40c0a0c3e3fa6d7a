// SPDX-License-Identifier: Apache-2.0
#include <tenon/plugin.h>

struct GreetInputs {
    std::string name;
    std::string greeting;
    static constexpr auto fields() {
        return std::tuple{
            tenon::required("name", &GreetInputs::name, "Who is greeted"),
            tenon::optional("greeting", &GreetInputs::greeting, "First word", "Hello")};
    }
};
struct GreetOutputs {
    std::string text;
    static constexpr auto fields() {
        return std::tuple{tenon::required("text", &GreetOutputs::text, "The greeting")};
    }
};
class Greet final : public tenon::TypedStep<GreetInputs, GreetOutputs> {
  public:
    static constexpr tenon::StepInfo info{"Greet", "1.0.0", "Greets somebody by name.", true};
    using TypedStep::run;
    Outputs run(const Inputs& in, tenon::Context&) override {
        return {in.greeting + ", " + in.name + "!"};
    }
};

POCO_BEGIN_MANIFEST(tenon::Step)
POCO_EXPORT_INTERFACE(Greet, "Greet")
POCO_END_MANIFEST
TENON_PLUGIN("greetings", "1.0.0", Greet)
