// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/instances/create_element_instance.h"

#include "cloudelements/instances/new_instance.h"
#include "cloudelements/platform/secret_keys.h"

namespace cloudelements {
namespace {

constexpr std::int64_t kSageCrm = 3641;  // its number in the vendor's documentation

bool isSageCrm(const CreateElementInstanceInputs& in) {
    return in.elementId ? *in.elementId == kSageCrm : in.element == "sagecrm";
}

void check(const CreateElementInstanceInputs& in, const tenon::Context& context) {
    Checks checks;
    checks.connection(in.connection, context);
    if (in.element.empty() == !in.elementId)
        checks.no("", "names no element, or two; write element or elementId");
    else if (!in.elementId)
        checks.text("/element", in.element);
    else if (*in.elementId < 1)
        checks.no("/elementId", "is no number of an element; write that of the catalogue");
    checks.text("/name", in.name);
    checks.tags(in.tags);
    checks.configuration(in.configuration, {});
    for (const auto& [key, value] : in.providerData) {
        const std::string at = "/providerData" + keyPart(key);
        if (checks.text(at, key)) checks.text(at, value.reveal());
    }
    if (in.events) checkEvents(checks, *in.events, isSageCrm(in), in.configuration);
    checkLookFor(checks, in.lookFor);
    checks.finish();
}

}  // namespace

CreatedInstance CreateElementInstance::run(const Inputs& in, tenon::Context& context) {
    check(in, context);
    NewInstance instance;
    if (in.elementId)
        instance.element = {{"id", *in.elementId}};
    else
        instance.element = {{"key", in.element}};
    instance.name = in.name;
    for (const auto& [key, value] : in.configuration)
        instance.configuration.set(key, guarded(key, value));
    if (in.events) addEvents(instance.configuration, *in.events);
    instance.tags = in.tags;
    for (const auto& [key, value] : in.providerData) instance.providerData.set(key, value);
    instance.advice.notFound =
        "Check connection.baseUrl, and whether this platform offers the element " +
        (in.elementId ? std::to_string(*in.elementId) : in.element) + ".";
    instance.advice.unreachable =
        "The platform could not reach the provider: check the addresses and credentials in "
        "configuration.";
    instance.credentials = "configuration";
    instance.how = in;
    return createInstance(in.connection, context, instance);
}

}  // namespace cloudelements
