// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/instances/update_element_instance.h"

#include "cloudelements/platform/secret_keys.h"

namespace cloudelements {
namespace {

void check(const UpdateElementInstanceInputs& in, const tenon::Context& context) {
    Checks checks;
    checkOne(checks, in.connection, in.id, context);
    if (!in.name && !in.tags && in.configuration.empty())
        checks.no("", "changes nothing; write name, tags or configuration");
    if (in.name) checks.text("/name", *in.name);
    if (in.tags) checks.tags(*in.tags);
    checks.configuration(in.configuration, {});
    checks.finish();
}

}  // namespace

KnownInstance UpdateElementInstance::run(const Inputs& in, tenon::Context& context) {
    check(in, context);
    tenon::Object body;
    if (in.name) body.set("name", *in.name);
    if (in.tags) body.set("tags", tenon::Array(in.tags->begin(), in.tags->end()));
    tenon::Object configuration;
    for (const auto& [key, value] : in.configuration) configuration.set(key, guarded(key, value));
    if (!configuration.empty()) body.set("configuration", std::move(configuration));
    auto call = callOf(in.id, "PATCH", "", "the change");
    call.body = std::move(body);
    call.advice.unreachable =
        "The platform could not reach the provider: check the addresses and credentials in "
        "configuration.";
    Client client(in.connection, context);
    const auto answer = client.send(call);
    auto known = readKnown(client.json(answer, call));
    if (known) return *std::move(known);
    KnownInstance out;  // changed it is; what the platform says of it is short
    out.id = in.id;
    out.name = in.name.value_or("");
    return out;
}

}  // namespace cloudelements
