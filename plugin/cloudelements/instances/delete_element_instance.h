// SPDX-License-Identifier: Apache-2.0
// Step DeleteElementInstance: deletes an instance, with its token and its polling. One that is not
// there is as good as deleted. Formula instances that it is bound in stay, and fail from then on:
// delete them first.
//
// Source: the vendor's client SDK (DELETE /instances/{id}) and its integration tests.
#pragma once

#include "cloudelements/instances/one_instance.h"
#include "tenon/step.h"

namespace cloudelements {

struct DeletedInstance {
    std::int64_t id{};
    bool existed{};

    static constexpr auto fields() {
        using O = DeletedInstance;
        using tenon::required;
        return std::tuple{
            required("id", &O::id, "Number of the instance"),
            required("existed", &O::existed, "Whether it was still there"),
        };
    }
};

class DeleteElementInstance final : public tenon::TypedStep<OneInstance, DeletedInstance> {
  public:
    static constexpr tenon::StepInfo info{"DeleteElementInstance", "1.0.0",
                                          "Deletes a connector instance.", true};

    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
