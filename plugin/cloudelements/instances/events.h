// SPDX-License-Identifier: Apache-2.0
// Events of an instance: the platform asks the provider every few minutes what has changed, and
// posts it to a URL.
// Source: the vendor's page "Events" of the element sagecrm; nothing was checked against the live
// platform.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cloudelements/platform/checks.h"

namespace cloudelements {

struct Events {
    std::string callbackUrl;
    std::optional<std::int64_t> refreshInterval;
    std::optional<tenon::Secret> signatureKey;
    std::vector<std::string> resources;
    tenon::Value configuration;

    static constexpr auto fields() {
        using tenon::optional;
        using tenon::required;
        return std::tuple{
            required("callbackUrl", &Events::callbackUrl, "Where the platform posts events"),
            optional("refreshInterval", &Events::refreshInterval,
                     "How often it looks (15 with resources or configuration)")
                .unit("minutes"),
            optional("signatureKey", &Events::signatureKey,
                     "Key of the signature that comes with each event"),
            optional("resources", &Events::resources, "What it looks at, of Sage CRM")
                .oneOf({"accounts", "contacts", "leads", "opportunities", "users"}),
            optional("configuration", &Events::configuration,
                     "The whole polling configuration instead of resources")
                .asDocument(),
        };
    }
};

// `sageCrm`: may it name resources? Keys of events in `configuration` are refused beside it.
void checkEvents(Checks& checks, const Events& events, bool sageCrm,
                 const std::map<std::string, tenon::Value>& configuration);

// Sets the configuration keys that turn events on.
void addEvents(tenon::Object& configuration, const Events& events);

}  // namespace cloudelements
