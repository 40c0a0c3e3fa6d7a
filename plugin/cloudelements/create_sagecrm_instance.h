// SPDX-License-Identifier: Apache-2.0
// Step CreateSageCRMInstance: makes one Sage CRM connector instance on the Cloud Elements API. The
// outputs `id` and `token` are what all that follows needs: the id binds the instance in formulas,
// the token authorizes requests through it.
//
// The platform has no idempotency key, so a create is sent once. Where nobody can know whether the
// instance exists, the error says so, and the run's exit code is 3. The platform takes wrong
// credentials of Sage CRM without a word: PingElementInstance shows them.
//
// Events: the time zones of the Sage CRM server, of its system administrator and of the polling
// must agree, best in UTC, or changes are missed without a word.
//
// Source: the vendor's page of the element sagecrm, its client SDK and its integration tests.
// An embedding program may include this header for the typed inputs and outputs.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cloudelements/instances/events.h"
#include "cloudelements/platform/connection.h"
#include "cloudelements/platform/instance.h"
#include "tenon/step.h"

namespace cloudelements {

struct CreateSageCRMInstanceInputs {
    Connection connection;
    std::string name;
    std::string subdomain;
    std::string username;
    tenon::Secret password;
    std::vector<std::string> tags;
    std::map<std::string, tenon::Value> configuration;
    std::optional<Events> events;

    static constexpr auto fields() {
        using I = CreateSageCRMInstanceInputs;
        using tenon::optional;
        using tenon::required;
        return std::tuple{
            connectionField(&I::connection),
            required("name", &I::name, "Name of the new instance"),
            required(
                "subdomain", &I::subdomain,
                "Host of the Sage CRM server, without scheme and path, such as crm.example.com"),
            required("username", &I::username, "User of Sage CRM"),
            required("password", &I::password, "Password of that user"),
            optional("tags", &I::tags, "Tags of the new instance"),
            optional("configuration", &I::configuration,
                     "Further configuration keys of the element, such as pagination.max"),
            optional("events", &I::events, "Events to be told of; none if it is left out"),
        };
    }
};

using CreateSageCRMInstanceOutputs = Instance;

class CreateSageCRMInstance final
    : public tenon::TypedStep<CreateSageCRMInstanceInputs, CreateSageCRMInstanceOutputs> {
  public:
    static constexpr tenon::StepInfo info{
        "CreateSageCRMInstance", "1.0.0",
        "Creates a Sage CRM connector instance and gives its id and token."};

    using TypedStep::run;
    // Sends one POST, never two. Throws StepError; where Error::done is `maybe`, an instance may
    // exist.
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
