// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/instances/ping_element_instance.h"

#include "cloudelements/platform/checks.h"
#include "cloudelements/platform/client.h"

namespace cloudelements {
namespace {

std::optional<std::string> textOf(const tenon::Value& body, const char* name) {
    const auto* found = body.find(name);
    return found && found->string() ? std::optional(*found->string()) : std::nullopt;
}

}  // namespace

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
    return {textOf(body, "dateTime"), textOf(body, "endpoint")};
}

}  // namespace cloudelements
