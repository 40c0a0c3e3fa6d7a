// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/resources/map_virtual_data_resource.h"

#include "cloudelements/platform/parts.h"
#include "cloudelements/resources/same_again.h"

namespace cloudelements {

MapVirtualDataResource::Outputs MapVirtualDataResource::run(const Inputs& in,
                                                            tenon::Context& context) {
    Checks checks;
    checks.connection(in.connection, context);
    checkNumber(checks, "/instanceId", in.instanceId);
    checkPart(checks, "/name", in.name);
    checkTransformation(checks, in);
    checks.finish();

    const auto body = bodyOf(in);
    Client client(in.connection, context);
    const auto outcome =
        putAgain(client, context,
                 {transformationPath(in.instanceId, in.name), body,
                  "the mapping of the virtual data resource \"" + in.name + "\""},
                 [&](const tenon::Value& there) { return isSameTransformation(there, body); });
    return {in.instanceId, in.name, outcome};
}

}  // namespace cloudelements
