// SPDX-License-Identifier: Apache-2.0
// Step CreateSageCRMInstance: makes one Sage CRM connector instance on the Cloud Elements API. The
// outputs `id` and `token` are what all that follows needs: the id binds the instance in formulas,
// the token authorizes requests through it.
//
// The platform has no idempotency key: a second POST makes a second instance. So each instance is
// marked with a tag that is this task's alone in this run, `tenon-` and 26 characters. Where the
// POST ended and nobody knows whether it was done (no answer in time, a broken connection, 408,
// 5xx, an answer that cannot be read, a run that was killed), it is not sent again: the tag is
// looked for, for `lookFor` seconds. An instance that carries it is adopted, with its id and
// token; where every look of that time says that there is none, the POST is sent again, twice at
// most in one attempt. Several instances with the tag, or a look that gets no answer, end in an
// error that names the tag, and the run's exit code is 3. So a retry, and a resumed run, may call
// this step again.
//
// What that cannot see: an instance that is found by its tag later than `lookFor` after the POST
// (how soon the platform does is not documented), a tag that was taken away or copied meanwhile, a
// gateway that repeats the POST by itself. `adopt: byName` takes an instance that was there before,
// if it is the only one of this element and name.
//
// The platform takes wrong credentials of the provider without a word, so the new instance is
// pinged. Where the provider refuses, that is an error, and `onInvalid` decides what becomes of the
// instance; where the ping cannot be made, the instance is always kept, and the error names it.
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

#include "cloudelements/instances/created_instance.h"
#include "cloudelements/instances/events.h"
#include "cloudelements/platform/connection.h"
#include "tenon/step.h"

namespace cloudelements {

struct CreateSageCRMInstanceInputs : HowToCreate {
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
        return std::tuple_cat(
            std::tuple{
                connectionField(&I::connection),
                required("name", &I::name, "Name of the new instance"),
                required("subdomain", &I::subdomain,
                         "Host of the Sage CRM server, without scheme and path, such as "
                         "crm.example.com"),
                required("username", &I::username, "User of Sage CRM"),
                required("password", &I::password, "Password of that user"),
                optional("tags", &I::tags, "Tags of the new instance"),
                optional("configuration", &I::configuration,
                         "Further configuration keys of the element, such as pagination.max"),
                optional("events", &I::events, "Events to be told of; none if it is left out"),
            },
            HowToCreate::fields());
    }
};

using CreateSageCRMInstanceOutputs = CreatedInstance;

class CreateSageCRMInstance final
    : public tenon::TypedStep<CreateSageCRMInstanceInputs, CreateSageCRMInstanceOutputs> {
  public:
    static constexpr tenon::StepInfo info{
        "CreateSageCRMInstance", "1.0.0",
        "Creates a Sage CRM connector instance and gives its id and token.", false, true};

    using TypedStep::run;
    // Throws StepError; where Error::done is `maybe`, an instance may exist.
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
