// SPDX-License-Identifier: Apache-2.0
// Step DeleteVirtualDataResource: deletes the definition of a virtual data resource on its level.
// Where it is gone already, that is no error: `existed` is false. What the platform does with a
// definition that mappings still use is not known: delete those before (DeleteTransformation).
//
// Source: the vendor's client SDK (…/objects/{name}/definitions, …/transformations/{name}) and its
// integration tests (platform/vdrs, platform/transformations).
#pragma once

#include "cloudelements/platform/connection.h"
#include "cloudelements/platform/removal.h"
#include "cloudelements/resources/place.h"
#include "tenon/step.h"

namespace cloudelements {

struct DeleteVirtualDataResourceInputs : ResourcePlace {
    Connection connection;

    static constexpr auto fields() {
        using I = DeleteVirtualDataResourceInputs;
        return std::tuple_cat(std::tuple{connectionField(&I::connection)}, ResourcePlace::fields());
    }
};

class DeleteVirtualDataResource final
    : public tenon::TypedStep<DeleteVirtualDataResourceInputs, Removal> {
  public:
    static constexpr tenon::StepInfo info{"DeleteVirtualDataResource", "1.0.0",
                                          "Deletes the definition of a virtual data resource.",
                                          true};

    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
