// SPDX-License-Identifier: Apache-2.0
// Step GetTransformation: reads how an object of an element instance is mapped to a virtual data
// resource. Where there is no such mapping, that is an error (404).
//
// Source: the vendor's client SDK (…/objects/{name}/definitions, …/transformations/{name}) and its
// integration tests (platform/vdrs, platform/transformations).
#pragma once

#include "cloudelements/platform/connection.h"
#include "cloudelements/resources/transformation.h"
#include "tenon/step.h"

namespace cloudelements {

struct GetTransformationInputs {
    Connection connection;
    std::int64_t instanceId{};
    std::string name;

    static constexpr auto fields() {
        using I = GetTransformationInputs;
        using tenon::required;
        return std::tuple{
            connectionField(&I::connection),
            required("instanceId", &I::instanceId, "Number of the element instance"),
            required("name", &I::name, "Name of the virtual data resource"),
        };
    }
};

struct GetTransformationOutputs {
    std::string vendorName;
    std::vector<MappedField> mapped;
    std::vector<tenon::Value> configuration;
    std::optional<std::string> level, script;

    static constexpr auto fields() {
        using O = GetTransformationOutputs;
        using tenon::optional;
        using tenon::required;
        return std::tuple{
            required("vendorName", &O::vendorName, "Object of the element"),
            required("fields", &O::mapped, "Which field is which"),
            optional("configuration", &O::configuration, "What happens to all other fields"),
            optional("level", &O::level, "Level of the mapping"),
            optional("script", &O::script, "JavaScript of the mapping"),
        };
    }
};

class GetTransformation final
    : public tenon::TypedStep<GetTransformationInputs, GetTransformationOutputs> {
  public:
    static constexpr tenon::StepInfo info{
        "GetTransformation", "1.0.0",
        "Reads how an object of an element instance is mapped to a virtual data resource.", true};

    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
