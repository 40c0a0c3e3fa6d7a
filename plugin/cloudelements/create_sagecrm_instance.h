// SPDX-License-Identifier: Apache-2.0
// Step CreateSageCRMInstance: makes one Sage CRM connector instance on the Cloud Elements API.
// An embedding program may include this header for the typed inputs and outputs.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tenon/step.h"

namespace cloudelements {

// Where the platform is, and who asks.
struct Connection {
    std::string baseUrl;
    tenon::Secret user;
    tenon::Secret organization;

    static constexpr auto fields() {
        using tenon::required;
        return std::tuple{
            required("baseUrl", &Connection::baseUrl,
                     "Root of the platform API, such as https://HOST/elements/api-v2"),
            required("user", &Connection::user, "User secret"),
            required("organization", &Connection::organization, "Organization secret"),
        };
    }
};

struct CreateSageCRMInstanceInputs {
    Connection connection;
    std::string name;
    std::string subdomain;
    std::string username;
    tenon::Secret password;
    std::vector<std::string> tags;
    std::map<std::string, tenon::Value> configuration;

    static constexpr auto fields() {
        using I = CreateSageCRMInstanceInputs;
        using tenon::optional;
        using tenon::required;
        return std::tuple{
            required("connection", &I::connection, "The platform to make the instance on"),
            required("name", &I::name, "Name of the new instance"),
            required(
                "subdomain", &I::subdomain,
                "Host of the Sage CRM server, without scheme and path, such as crm.example.com"),
            required("username", &I::username, "User of Sage CRM"),
            required("password", &I::password, "Password of that user"),
            optional("tags", &I::tags, "Tags of the new instance"),
            optional(
                "configuration", &I::configuration,
                "Further configuration keys of the element, such as event.poller.refresh_interval"),
        };
    }
};

struct CreateSageCRMInstanceOutputs {
    std::int64_t id{};
    tenon::Secret token;
    std::string name;
    std::optional<std::int64_t> elementId;
    std::optional<std::string> createdDate;
    std::optional<bool> valid;
    std::optional<bool> disabled;
    std::vector<std::string> tags;
    std::map<std::string, tenon::Value> configuration;

    static constexpr auto fields() {
        using O = CreateSageCRMInstanceOutputs;
        using tenon::optional;
        using tenon::required;
        return std::tuple{
            required("id", &O::id,
                     "Number of the instance: binds it in formulas and further calls"),
            required("token", &O::token, "Element token: authorizes requests through the instance"),
            required("name", &O::name, "Name as the platform keeps it"),
            optional("elementId", &O::elementId, "Number of the element on the platform"),
            optional("createdDate", &O::createdDate, "Creation time, ISO 8601 in UTC"),
            optional("valid", &O::valid, "Whether the platform calls the instance valid"),
            optional("disabled", &O::disabled, "Whether the instance is switched off"),
            optional("tags", &O::tags, "Tags as the platform keeps them"),
            optional("configuration", &O::configuration,
                     "Configuration as the platform returned it, passwords masked by it"),
        };
    }
};

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
