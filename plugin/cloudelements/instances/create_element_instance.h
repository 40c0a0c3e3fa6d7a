// SPDX-License-Identifier: Apache-2.0
// Step CreateElementInstance: makes one instance of any element of the platform's catalogue.
//
// `element` is the key of the element, such as `closeio`; `elementId`, its number, stands for it.
// What `configuration` must hold, the element's page says; it goes out as it is written. Elements
// that are authorized by OAuth want `providerData`, `{code: …}` with the code that the provider
// gave.
//
// The platform has no idempotency key, so a create is sent once. Where nobody can know whether the
// instance exists, the error says so, and the run's exit code is 3.
//
// Events: the clocks of the provider's server, of its administrator and of the poller must stand in
// one time zone, UTC, or changes are missed.
//
// Source: the vendor's documentation of POST /instances, its client SDK and its integration tests.
#pragma once

#include "cloudelements/instances/events.h"
#include "cloudelements/platform/connection.h"
#include "cloudelements/platform/instance.h"
#include "tenon/step.h"

namespace cloudelements {

struct CreateElementInstanceInputs {
    Connection connection;
    std::string element;
    std::optional<std::int64_t> elementId;
    std::string name;
    std::map<std::string, tenon::Value> configuration;
    std::vector<std::string> tags;
    std::map<std::string, tenon::Secret> providerData;
    std::optional<Events> events;

    static constexpr auto fields() {
        using I = CreateElementInstanceInputs;
        using tenon::optional;
        using tenon::required;
        return std::tuple{
            connectionField(&I::connection),
            optional("element", &I::element, "Key of the element, such as closeio"),
            optional("elementId", &I::elementId, "Number of the element instead of its key"),
            required("name", &I::name, "Name of the new instance"),
            optional("configuration", &I::configuration,
                     "What the element wants to be configured with"),
            optional("tags", &I::tags, "Tags of the new instance"),
            optional("providerData", &I::providerData, "What an OAuth provider gave, such as code"),
            optional("events", &I::events, "Events to be told of; none if it is left out"),
        };
    }
};

class CreateElementInstance final : public tenon::TypedStep<CreateElementInstanceInputs, Instance> {
  public:
    static constexpr tenon::StepInfo info{
        "CreateElementInstance", "1.0.0",
        "Creates a connector instance of any element and gives its id and token."};

    using TypedStep::run;
    // Sends one POST, never two.
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
