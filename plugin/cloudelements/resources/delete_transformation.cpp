// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/resources/delete_transformation.h"

#include "cloudelements/platform/parts.h"

namespace cloudelements {

DeleteTransformation::Outputs DeleteTransformation::run(const Inputs& in, tenon::Context& context) {
    Checks checks;
    checks.connection(in.connection, context);
    checkNumber(checks, "/instanceId", in.instanceId);
    checkPart(checks, "/name", in.name);
    checks.finish();
    Client client(in.connection, context);
    return removeAt(client, transformationPath(in.instanceId, in.name),
                    "the mapping of the virtual data resource \"" + in.name + "\"");
}

}  // namespace cloudelements
