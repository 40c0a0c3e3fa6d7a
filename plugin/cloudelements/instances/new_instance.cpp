// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/instances/new_instance.h"

namespace cloudelements {

Instance createInstance(Client& client, const NewInstance& instance) {
    tenon::Object body{{"element", instance.element},
                       {"configuration", instance.configuration},
                       {"tags", tenon::Array(instance.tags.begin(), instance.tags.end())},
                       {"name", instance.name}};
    if (!instance.providerData.empty()) body.set("providerData", instance.providerData);
    Call call{.method = "POST", .path = "/instances", .body = std::move(body)};
    call.about = "the creation of the instance";
    call.lookFirst =
        "The instance may exist all the same: before you run this again, look for an instance "
        "named \"" +
        instance.name + "\" on the platform, and delete it or use it.";
    call.advice = instance.advice;
    call.came = instanceThatCame;
    return readInstance(client.send(call), call, client, instance.name);
}

}  // namespace cloudelements
