// SPDX-License-Identifier: Apache-2.0
#include "formulas/in_path.h"

namespace cloudelements::sandbox {

using tenon::Value;

Value& templateOf(World& world, std::int64_t id) {
    const auto found = world.formulas.templates.find(id);
    if (found == world.formulas.templates.end())
        throw refusal(404, "No formula found with ID " + std::to_string(id));
    return found->second;
}

Value& formulaIn(const Call& call, World& world) {
    return templateOf(world, call.number("formula", "formula ID"));
}

Value& formulaInstanceIn(const Call& call, World& world) {
    const auto id = call.number("instance", "formula instance ID");
    const auto found = world.formulas.instances.find(id);
    if (found == world.formulas.instances.end() ||
        (call.in.count("formula") &&
         *found->second.find("formulaId")->integer() != call.number("formula", "formula ID")))
        throw refusal(404, "No formula instance found with ID " + std::to_string(id));
    return found->second;
}

}  // namespace cloudelements::sandbox
