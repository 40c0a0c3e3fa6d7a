// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/instances/switch_element_instance.h"

namespace cloudelements {
namespace {

SwitchedInstance switched(const OneInstance& in, tenon::Context& context, bool off) {
    Checks checks;
    checkOne(checks, in.connection, in.id, context);
    checks.finish();
    Client client(in.connection, context);
    client.send(callOf(in.id, off ? "DELETE" : "PUT", "/enabled",
                       off ? "the switching off" : "the switching on"));
    return {in.id, off};
}

}  // namespace

SwitchedInstance EnableElementInstance::run(const Inputs& in, tenon::Context& context) {
    return switched(in, context, false);
}

SwitchedInstance DisableElementInstance::run(const Inputs& in, tenon::Context& context) {
    return switched(in, context, true);
}

}  // namespace cloudelements
