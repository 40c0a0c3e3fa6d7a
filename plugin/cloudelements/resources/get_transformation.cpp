// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/resources/get_transformation.h"

#include "cloudelements/platform/client.h"
#include "cloudelements/platform/members.h"
#include "cloudelements/platform/parts.h"

namespace cloudelements {
namespace {

GetTransformationOutputs read(const tenon::Value& answer) {
    GetTransformationOutputs out;
    out.vendorName = textOf(answer, "vendorName");
    const auto fields = memberOf(answer, "fields"),
               configuration = memberOf(answer, "configuration");
    if (const auto* list = fields.array())
        for (const auto& one : *list) {
            MappedField field;
            field.path = textOf(one, "path");
            field.vendorPath = textOf(one, "vendorPath");
            field.type = knownTextOf(one, "type");
            field.vendorType = knownTextOf(one, "vendorType");
            out.mapped.push_back(std::move(field));
        }
    if (configuration.array()) out.configuration = *configuration.array();
    out.level = knownTextOf(answer, "level");
    out.script = knownTextOf(memberOf(answer, "script"), "body");
    return out;
}

}  // namespace

GetTransformation::Outputs GetTransformation::run(const Inputs& in, tenon::Context& context) {
    Checks checks;
    checks.connection(in.connection, context);
    checkNumber(checks, "/instanceId", in.instanceId);
    checkPart(checks, "/name", in.name);
    checks.finish();

    Call call;
    call.path = transformationPath(in.instanceId, in.name);
    call.about = "the question for the mapping of the virtual data resource \"" + in.name + "\"";
    return read(Client(in.connection, context).read(call));
}

}  // namespace cloudelements
