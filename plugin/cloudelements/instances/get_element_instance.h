// SPDX-License-Identifier: Apache-2.0
// Step GetElementInstance: reads one instance by its number. Passwords in its configuration are
// masked by the platform: what is read here must not be written back.
//
// Source: the vendor's client SDK (GET /instances/{id}); its tests want the token in the answer.
#pragma once

#include "cloudelements/instances/one_instance.h"
#include "cloudelements/platform/instance.h"
#include "tenon/step.h"

namespace cloudelements {

class GetElementInstance final : public tenon::TypedStep<OneInstance, KnownInstance> {
  public:
    static constexpr tenon::StepInfo info{"GetElementInstance", "1.0.0",
                                          "Reads a connector instance by its number.", true};

    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
