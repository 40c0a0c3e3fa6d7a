// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/instances/create_element_instance.h"

#include "cloudelements/instances/new_instance.h"

namespace cloudelements {
namespace {

void check(const CreateElementInstanceInputs& in, const tenon::Context& context) {
    Checks checks;
    checks.connection(in.connection, context);
    if (in.element.empty() == !in.elementId)
        checks.no("", "names no element, or two; write element or elementId");
    else
        checks.plain("/element", in.element);
    checks.text("/name", in.name);
    checks.tags(in.tags);
    checks.configuration(in.configuration, {});
    for (const auto& [key, value] : in.providerData)
        checks.text("/providerData" + keyPart(key), value.reveal());
    if (in.events) checkEvents(checks, *in.events, in.element == "sagecrm", in.configuration);
    checks.finish();
}

}  // namespace

Instance CreateElementInstance::run(const Inputs& in, tenon::Context& context) {
    check(in, context);
    NewInstance instance;
    if (in.elementId)
        instance.element = {{"id", *in.elementId}};
    else
        instance.element = {{"key", in.element}};
    instance.name = in.name;
    for (const auto& [key, value] : in.configuration) instance.configuration.set(key, value);
    if (in.events) addEvents(instance.configuration, *in.events);
    instance.tags = in.tags;
    for (const auto& [key, value] : in.providerData) instance.providerData.set(key, value);
    instance.advice.notFound =
        "Check connection.baseUrl, and whether this platform offers the element " +
        (in.elementId ? std::to_string(*in.elementId) : in.element) + ".";
    instance.advice.unreachable =
        "The platform could not reach the provider: check the addresses and credentials in "
        "configuration.";
    Client client(in.connection, context);
    return createInstance(client, instance);
}

}  // namespace cloudelements
