// SPDX-License-Identifier: Apache-2.0
#include "platform/absent.h"

#include <algorithm>

#include "platform/body.h"
#include "platform/world.h"

namespace cloudelements::sandbox {

Absent::Absent() {
    for (const char* path :
         {"/events/{element}", "/transformations/{name}/execute", "/instances/events/dispositions",
          "/instances/events/analytics", "/instances/events/analytics/{by}", "/common-resources",
          "/common-resources/{name}", "/common-resources/{name}/usages", "/vdrs",
          "/elements/{element}/docs", "/docs/{hub}", "/hubs/keys", "/elements/keys", "/bulk/{id}",
          "/bulk/{id}/{what}", "/hubs/{hub}/bulk/{id}", "/hubs/{hub}/bulk/{id}/{what}"})
        all_.add("", path, Access::open, {});
}

bool isFormula(const std::string& path, const World& world) {
    const auto& all = world.formulas.templates;
    return std::any_of(all.begin(), all.end(), [&](const auto& one) {
        return !path.empty() && textOf(one.second.find("uri")) == path;
    });
}

}  // namespace cloudelements::sandbox
