// SPDX-License-Identifier: Apache-2.0
// Step DeleteTransformation: deletes the mapping of an object of an element instance to a virtual
// data resource. Where it is gone already, that is no error: `existed` is false.
//
// Source: the vendor's client SDK (…/objects/{name}/definitions, …/transformations/{name}) and its
// integration tests (platform/vdrs, platform/transformations).
#pragma once

#include "cloudelements/platform/connection.h"
#include "cloudelements/platform/removal.h"
#include "cloudelements/resources/transformation.h"
#include "tenon/step.h"

namespace cloudelements {

struct DeleteTransformationInputs {
    Connection connection;
    std::int64_t instanceId{};
    std::string name;

    static constexpr auto fields() {
        using I = DeleteTransformationInputs;
        return std::tuple{
            connectionField(&I::connection),
            tenon::required("instanceId", &I::instanceId, "Number of the element instance"),
            tenon::required("name", &I::name, "Name of the virtual data resource"),
        };
    }
};

class DeleteTransformation final : public tenon::TypedStep<DeleteTransformationInputs, Removal> {
  public:
    static constexpr tenon::StepInfo info{
        "DeleteTransformation", "1.0.0",
        "Deletes the mapping of an instance to a virtual data resource.", true};

    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
