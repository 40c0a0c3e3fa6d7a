// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/resources/delete_virtual_data_resource.h"

#include "cloudelements/platform/parts.h"

namespace cloudelements {

DeleteVirtualDataResource::Outputs DeleteVirtualDataResource::run(const Inputs& in,
                                                                  tenon::Context& context) {
    Checks checks;
    checks.connection(in.connection, context);
    checkPlace(checks, in);
    checks.finish();
    Client client(in.connection, context);
    return removeAt(client, pathOf(in), "the virtual data resource \"" + in.name + "\"");
}

}  // namespace cloudelements
