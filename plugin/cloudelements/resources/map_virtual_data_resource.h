// SPDX-License-Identifier: Apache-2.0
// Step MapVirtualDataResource: maps an object of an element instance to a virtual data resource:
// afterwards GET /hubs/crm/NAME with the instance's token gives the records of `vendorName` under
// the resource's own fields.
//
// The resource must be defined before (DefineVirtualDataResource). A mapping of the same name that
// is there already and says the same is left as it is, another one is replaced; `outcome` says
// which it was. So running this again is always safe. Where the platform's answer gets lost, it
// looks, for five seconds at most, and asks once more where it is not there. What was there before
// is asked first, and kept: a retry, and a run that is gone on with, say of what the task made
// itself that it is "created".
//
// `configuration` says what happens to what the mapping does not name, in the platform's own terms;
// what is known of them is their names and that passThrough has the properties fromVendor and
// toVendor. `script` is the platform's JavaScript, given as a document: nothing in it is an
// expression of the manifest. A script that the platform cannot read is refused with 400.
//
// Source: the vendor's client SDK (…/objects/{name}/definitions, …/transformations/{name}) and its
// integration tests (platform/vdrs, platform/transformations).
#pragma once

#include "cloudelements/platform/connection.h"
#include "cloudelements/resources/transformation.h"
#include "tenon/step.h"

namespace cloudelements {

struct MapVirtualDataResourceInputs : Transformation {
    Connection connection;
    std::int64_t instanceId{};
    std::string name;

    static constexpr auto fields() {
        using I = MapVirtualDataResourceInputs;
        using tenon::optional;
        using tenon::required;
        return std::tuple{
            connectionField(&I::connection),
            required("instanceId", &I::instanceId, "Number of the element instance"),
            required("name", &I::name, "Name of the virtual data resource"),
            required("vendorName", &I::vendorName,
                     "Object of the element, as its API names it: accounts, say"),
            required("fields", &I::mapped, "Which field is which"),
            optional("configuration", &I::configuration, "What happens to all other fields"),
            optional("script", &I::script, "JavaScript of the mapping: its text, or {body: TEXT}")
                .asDocument(),
        };
    }
};

struct MapVirtualDataResourceOutputs {
    std::int64_t instanceId{};
    std::string name, outcome;

    static constexpr auto fields() {
        using O = MapVirtualDataResourceOutputs;
        using tenon::required;
        return std::tuple{
            required("instanceId", &O::instanceId, "Number of the element instance"),
            required("name", &O::name, "Name of the virtual data resource"),
            required("outcome", &O::outcome, "What became of the mapping")
                .oneOf({"created", "unchanged", "replaced"}),
        };
    }
};

class MapVirtualDataResource final
    : public tenon::TypedStep<MapVirtualDataResourceInputs, MapVirtualDataResourceOutputs> {
  public:
    static constexpr tenon::StepInfo info{
        "MapVirtualDataResource", "1.0.0",
        "Maps an object of an element instance to a virtual data resource.", true, true};

    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
