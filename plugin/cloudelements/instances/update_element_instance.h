// SPDX-License-Identifier: Apache-2.0
// Step UpdateElementInstance: changes an instance's name, tags or single keys of its configuration,
// such as a password. What is left out stays as it is; `tags` replace all tags that it has.
//
// The element, the id and the token of an instance cannot be changed, nor can what an OAuth
// provider gave: make another instance for that. Events are keys of the configuration, such as
// `event.poller.refresh_interval`.
//
// The platform masks passwords when it is asked for them. A mask that is written back would replace
// the password, so a value of asterisks alone is refused. Whether new credentials are right, it
// does not say: PingElementInstance shows that.
//
// Source: the vendor's client SDK (PATCH /instances/{id}) and its integration tests.
#pragma once

#include "cloudelements/instances/one_instance.h"
#include "cloudelements/platform/instance.h"
#include "tenon/step.h"

namespace cloudelements {

struct UpdateElementInstanceInputs {
    Connection connection;
    std::int64_t id{};
    std::optional<std::string> name;
    std::optional<std::vector<std::string>> tags;
    std::map<std::string, tenon::Value> configuration;

    static constexpr auto fields() {
        using I = UpdateElementInstanceInputs;
        using tenon::optional;
        using tenon::required;
        return std::tuple{
            connectionField(&I::connection),
            required("id", &I::id, "Number of the instance"),
            optional("name", &I::name, "New name"),
            optional("tags", &I::tags, "New tags, instead of those that it has"),
            optional("configuration", &I::configuration, "Keys to change, with their new values"),
        };
    }
};

class UpdateElementInstance final
    : public tenon::TypedStep<UpdateElementInstanceInputs, KnownInstance> {
  public:
    // The same change twice comes to the same as once.
    static constexpr tenon::StepInfo info{
        "UpdateElementInstance", "1.0.0",
        "Changes the name, the tags or the configuration of a connector instance.", true};

    using TypedStep::run;
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
