// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/instances/delete_element_instance.h"

namespace cloudelements {

DeletedInstance DeleteElementInstance::run(const Inputs& in, tenon::Context& context) {
    Checks checks;
    checkOne(checks, in.connection, in.id, context);
    checks.finish();
    Client client(in.connection, context);
    const bool existed = client.find(callOf(in.id, "DELETE", "", "the deletion")).has_value();
    return {in.id, existed};
}

}  // namespace cloudelements
