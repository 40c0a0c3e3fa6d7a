// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/resources/place.h"

#include "cloudelements/platform/client.h"
#include "cloudelements/platform/parts.h"

namespace cloudelements {
namespace {

void checkLevel(Checks& checks, const ResourcePlace& place, const char* level,
                const std::string& input, const std::optional<std::int64_t>& number) {
    if (number && place.level != level)
        checks.no("/" + input, "is for the level " + std::string(level) + ", and the level is " +
                                   place.level + "; leave it out");
    else if (number)
        checkNumber(checks, "/" + input, *number);
}

}  // namespace

void checkPlace(Checks& checks, const ResourcePlace& place) {
    checkPart(checks, "/name", place.name);
    checkLevel(checks, place, "account", "accountId", place.accountId);
    checkLevel(checks, place, "instance", "instanceId", place.instanceId);
    if (place.level == "instance" && !place.instanceId)
        checks.no("/instanceId", "is missing; the level instance wants the instance's number");
}

std::string pathOf(const ResourcePlace& place) {
    std::string path = place.level == "organization" ? "/organizations"
                       : place.level == "account"    ? "/accounts"
                                                     : "/instances";
    if (const auto& number = place.level == "account" ? place.accountId : place.instanceId;
        number && place.level != "organization")
        path += "/" + std::to_string(*number);
    return path + "/objects/" + segment(place.name) + "/definitions";
}

}  // namespace cloudelements
