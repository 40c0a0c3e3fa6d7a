// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/create_sagecrm_instance.h"

#include <algorithm>
#include <charconv>

#include "cloudelements/instances/new_instance.h"
#include "cloudelements/platform/checks.h"
#include "cloudelements/platform/secret_keys.h"

namespace cloudelements {
namespace {

bool isHostAndPort(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == text.npos) return isHost(text);
    const auto number = text.substr(colon + 1);
    std::uint16_t port = 0;
    const auto parsed = std::from_chars(number.data(), number.data() + number.size(), port);
    return isHost(text.substr(0, colon)) && parsed.ec == std::errc() &&
           parsed.ptr == number.data() + number.size() && port > 0;
}

void checkSubdomain(Checks& checks, const std::string& subdomain) {
    if (!checks.text("/subdomain", subdomain) || isHostAndPort(subdomain)) return;
    std::string host = subdomain;
    if (const auto scheme = host.find("://"); scheme != host.npos) host.erase(0, scheme + 3);
    host.resize(std::min(host.size(), host.find_first_of("/?#")));
    checks.no("/subdomain", "is not a host alone; write " +
                                (isHostAndPort(host) ? host : "crm.example.com") +
                                ", without scheme and path");
}

void check(const CreateSageCRMInstanceInputs& in, const tenon::Context& context) {
    Checks checks;
    checks.connection(in.connection, context);
    checks.text("/name", in.name);
    checkSubdomain(checks, in.subdomain);
    checks.text("/username", in.username);
    if (checks.text("/password", in.password.reveal()) && holdsMask(in.password))
        checks.no("/password",
                  "is the mask that the platform shows instead of a secret; write the secret "
                  "itself");
    checks.tags(in.tags);
    checks.configuration(in.configuration, {"subdomain", "username", "password"});
    if (in.events) checkEvents(checks, *in.events, true, in.configuration);
    checkLookFor(checks, in.lookFor);
    checks.finish();
}

}  // namespace

CreateSageCRMInstance::Outputs CreateSageCRMInstance::run(const Inputs& in,
                                                          tenon::Context& context) {
    check(in, context);
    NewInstance instance;
    instance.element = {{"key", "sagecrm"}};
    instance.name = in.name;
    instance.configuration = {
        {"subdomain", in.subdomain}, {"username", in.username}, {"password", in.password}};
    for (const auto& [key, value] : in.configuration)
        instance.configuration.set(key, guarded(key, value));
    if (in.events) addEvents(instance.configuration, *in.events);
    instance.tags = in.tags;
    instance.advice = {.notFound =
                           "Check connection.baseUrl, and whether this platform offers the "
                           "element sagecrm.",
                       .unreachable =
                           "The platform could not reach the Sage CRM server: check "
                           "subdomain, username and password.",
                       .provider = "Sage CRM"};
    instance.credentials = "subdomain, username and password";
    instance.how = in;
    return createInstance(in.connection, context, instance);
}

}  // namespace cloudelements
