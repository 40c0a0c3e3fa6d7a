// SPDX-License-Identifier: Apache-2.0
// Step PingElementInstance: asks the provider for a sign of life through an instance. The platform
// takes wrong credentials of the provider when the instance is made; this is where they show.
//
// Source: the vendor's documentation of the hubs (GET /ping with an Element token).
#pragma once

#include "cloudelements/platform/connection.h"
#include "tenon/step.h"

namespace cloudelements {

struct PingElementInstanceInputs {
    Connection connection;
    tenon::Secret token;

    static constexpr auto fields() {
        using I = PingElementInstanceInputs;
        return std::tuple{connectionField(&I::connection), tokenField(&I::token)};
    }
};

struct PingElementInstanceOutputs {
    std::optional<std::string> dateTime;
    std::optional<std::string> endpoint;

    static constexpr auto fields() {
        using O = PingElementInstanceOutputs;
        using tenon::optional;
        return std::tuple{
            optional("dateTime", &O::dateTime, "When the provider answered"),
            optional("endpoint", &O::endpoint, "Key of the element that answered"),
        };
    }
};

class PingElementInstance final
    : public tenon::TypedStep<PingElementInstanceInputs, PingElementInstanceOutputs> {
  public:
    static constexpr tenon::StepInfo info{
        "PingElementInstance", "1.0.0",
        "Checks that the provider behind a connector instance answers.", true};

    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
