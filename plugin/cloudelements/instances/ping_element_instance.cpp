// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/instances/ping_element_instance.h"

#include "cloudelements/platform/checks.h"
#include "cloudelements/platform/client.h"
#include "cloudelements/platform/members.h"

namespace cloudelements {
PingElementInstanceOutputs PingElementInstance::run(const Inputs& in, tenon::Context& context) {
    Checks checks;
    checks.connection(in.connection, context);
    checks.secret("/token", in.token, "Element");
    checks.finish();
    Client client(in.connection, in.token, context);
    Call call{.path = "/ping", .about = "the ping"};
    call.advice.unreachable =
        "The platform could not reach the provider: check the addresses and credentials that the "
        "instance was made with.";
    const auto body = client.read(call);
    return {knownTextOf(body, "dateTime"), knownTextOf(body, "endpoint")};
}

}  // namespace cloudelements
