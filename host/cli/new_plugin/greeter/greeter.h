// SPDX-License-Identifier: Apache-2.0
// Step Greeter: greets somebody by name.
#pragma once

#include <tenon/step.h>

struct GreeterInputs {
    std::string name;
    std::string word;

    static constexpr auto fields() {
        using tenon::optional;
        using tenon::required;
        return std::tuple{
            required("name", &GreeterInputs::name, "Who is greeted"),
            optional("word", &GreeterInputs::word, "The first word", "Hello"),
        };
    }
};

struct GreeterOutputs {
    std::string text;

    static constexpr auto fields() {
        return std::tuple{tenon::required("text", &GreeterOutputs::text, "The greeting")};
    }
};

class Greeter final : public tenon::TypedStep<GreeterInputs, GreeterOutputs> {
  public:
    // `true`: the same call twice comes to the same as once.
    static constexpr tenon::StepInfo info{"Greeter", "1.0.0", "Greets somebody by name.", true};

    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};
