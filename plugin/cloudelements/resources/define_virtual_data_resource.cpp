// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/resources/define_virtual_data_resource.h"

#include <set>

#include "cloudelements/resources/same_again.h"

namespace cloudelements {
namespace {

void check(const DefineVirtualDataResourceInputs& in, tenon::Context& context) {
    Checks checks;
    checks.connection(in.connection, context);
    checkPlace(checks, in);
    if (in.resourceFields.empty()) checks.no("/fields", "is empty; give at least one field");
    std::set<std::string> paths;
    for (std::size_t i = 0; i < in.resourceFields.size(); ++i) {
        const std::string at = "/fields/" + std::to_string(i) + "/path";
        const auto& path = in.resourceFields[i].path;
        if (checks.text(at, path) && !paths.insert(path).second)
            checks.no(at, "is the path of a field before it; leave one of them out");
    }
    checks.finish();
}

}  // namespace

DefineVirtualDataResource::Outputs DefineVirtualDataResource::run(const Inputs& in,
                                                                  tenon::Context& context) {
    check(in, context);
    tenon::Array fields;
    for (const auto& field : in.resourceFields) fields.push_back(tenon::writeFields(field));
    const tenon::Value body(tenon::Object{{"fields", std::move(fields)}});
    Client client(in.connection, context);
    const auto outcome = putAgain(
        client, context,
        {pathOf(in), body, "the definition of the virtual data resource \"" + in.name + "\""},
        [&](const tenon::Value& there) {
            const auto* found = there.find("fields");
            return found && haveSameItems(*found, *body.find("fields"), {"path", "type"});
        });
    return {in.name, in.level, outcome};
}

}  // namespace cloudelements
