// SPDX-License-Identifier: Apache-2.0
// Step DefineVirtualDataResource: defines a virtual data resource, the fields under which the
// records of any element are read and written alike, at /hubs/crm/NAME, once each instance has its
// mapping (MapVirtualDataResource).
//
// A definition holds for the organization, for one account or for one element instance. One of the
// same name that is there already and has the same fields is left as it is, one with other fields
// is replaced; `outcome` says which it was. So running this again is always safe. Where the
// platform's answer gets lost, it looks, for five seconds at most, and asks once more where it is
// not there. What was there before is asked first, and kept: a retry, and a run that is gone on
// with, say of what the task made itself that it is "created".
//
// The same name on different levels is fine: each has a definition of its own.
//
// Source: the vendor's client SDK (…/objects/{name}/definitions, …/transformations/{name}) and its
// integration tests (platform/vdrs, platform/transformations).
#pragma once

#include "cloudelements/platform/connection.h"
#include "cloudelements/resources/place.h"
#include "tenon/step.h"

namespace cloudelements {

struct ResourceField {
    std::string path, type;

    static constexpr auto fields() {
        return std::tuple{
            tenon::required("path", &ResourceField::path, "Where it is, such as address.city"),
            tenon::required("type", &ResourceField::type, "What it holds")
                .oneOf({"string", "number", "boolean", "date"}),
        };
    }
};

struct DefineVirtualDataResourceInputs : ResourcePlace {
    Connection connection;
    std::vector<ResourceField> resourceFields;

    static constexpr auto fields() {
        using I = DefineVirtualDataResourceInputs;
        return std::tuple_cat(
            std::tuple{connectionField(&I::connection)}, ResourcePlace::fields(),
            std::tuple{tenon::required("fields", &I::resourceFields, "Its fields")});
    }
};

struct DefineVirtualDataResourceOutputs {
    std::string name, level, outcome;

    static constexpr auto fields() {
        using O = DefineVirtualDataResourceOutputs;
        using tenon::required;
        return std::tuple{
            required("name", &O::name, "Name of the virtual data resource"),
            required("level", &O::level, "For whom it is defined"),
            required("outcome", &O::outcome, "What became of it")
                .oneOf({"created", "unchanged", "replaced"}),
        };
    }
};

class DefineVirtualDataResource final
    : public tenon::TypedStep<DefineVirtualDataResourceInputs, DefineVirtualDataResourceOutputs> {
  public:
    static constexpr tenon::StepInfo info{
        "DefineVirtualDataResource", "1.0.0",
        "Defines a virtual data resource: the fields that mapped data has, whatever the element.",
        true, true};

    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
