// SPDX-License-Identifier: Apache-2.0
// Step CreateElementInstance: makes one instance of any element of the platform's catalogue.
//
// `element` is the key of the element, such as `closeio`; `elementId`, its number, stands for it.
// What `configuration` must hold, the element's page says; it goes out as it is written. Elements
// that are authorized by OAuth want `providerData`, `{code: …}` with the code that the provider
// gave.
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
// Events: the clocks of the provider's server, of its administrator and of the poller must stand in
// one time zone, UTC, or changes are missed.
//
// Source: the vendor's documentation of POST /instances, its client SDK and its integration tests.
#pragma once

#include "cloudelements/instances/created_instance.h"
#include "cloudelements/instances/events.h"
#include "cloudelements/platform/connection.h"
#include "tenon/step.h"

namespace cloudelements {

struct CreateElementInstanceInputs : HowToCreate {
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
        return std::tuple_cat(
            std::tuple{
                connectionField(&I::connection),
                optional("element", &I::element, "Key of the element, such as closeio"),
                optional("elementId", &I::elementId, "Number of the element instead of its key"),
                required("name", &I::name, "Name of the new instance"),
                optional("configuration", &I::configuration,
                         "What the element wants to be configured with"),
                optional("tags", &I::tags, "Tags of the new instance"),
                optional("providerData", &I::providerData,
                         "What an OAuth provider gave, such as code"),
                optional("events", &I::events, "Events to be told of; none if it is left out"),
            },
            HowToCreate::fields());
    }
};

class CreateElementInstance final
    : public tenon::TypedStep<CreateElementInstanceInputs, CreatedInstance> {
  public:
    static constexpr tenon::StepInfo info{
        "CreateElementInstance", "1.0.0",
        "Creates a connector instance of any element and gives its id and token.", false, true};

    using TypedStep::run;
    // Throws StepError; where Error::done is `maybe`, an instance may exist.
    Outputs run(const Inputs& inputs, tenon::Context& context) override;
};

}  // namespace cloudelements
