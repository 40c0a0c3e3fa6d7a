// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/instances/get_element_instance.h"

namespace cloudelements {

KnownInstance GetElementInstance::run(const Inputs& in, tenon::Context& context) {
    Checks checks;
    checkOne(checks, in.connection, in.id, context);
    checks.finish();
    Client client(in.connection, context);
    const auto call = callOf(in.id, "GET", "", "the question");
    const auto answer = client.send(call);
    auto known = readKnown(client.json(answer, call));
    if (!known) throw client.unusable(answer, call, "has no id");
    return *std::move(known);
}

}  // namespace cloudelements
