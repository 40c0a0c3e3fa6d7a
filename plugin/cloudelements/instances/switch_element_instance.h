// SPDX-License-Identifier: Apache-2.0
// Steps EnableElementInstance and DisableElementInstance: switch an instance on and off. While it
// is off, requests through it are refused with 403, and it is not polled.
//
// Source: the vendor's client SDK (PUT and DELETE /instances/{id}/enabled) and its tests.
#pragma once

#include "cloudelements/instances/one_instance.h"
#include "tenon/step.h"

namespace cloudelements {

struct SwitchedInstance {
    std::int64_t id{};
    bool disabled{};

    static constexpr auto fields() {
        using O = SwitchedInstance;
        using tenon::required;
        return std::tuple{
            required("id", &O::id, "Number of the instance"),
            required("disabled", &O::disabled, "Whether it is switched off now"),
        };
    }
};

class EnableElementInstance final : public tenon::TypedStep<OneInstance, SwitchedInstance> {
  public:
    static constexpr tenon::StepInfo info{"EnableElementInstance", "1.0.0",
                                          "Switches a connector instance on.", true};

    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

class DisableElementInstance final : public tenon::TypedStep<OneInstance, SwitchedInstance> {
  public:
    static constexpr tenon::StepInfo info{"DisableElementInstance", "1.0.0",
                                          "Switches a connector instance off, without deleting it.",
                                          true};

    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
