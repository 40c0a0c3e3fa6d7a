// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/instances/events.h"

#include <algorithm>
#include <iterator>

namespace cloudelements {
namespace {

constexpr const char* kEnabled = "event.notification.enabled";
constexpr const char* kCallback = "event.notification.callback.url";
constexpr const char* kSignature = "event.notification.signature.key";
constexpr const char* kInterval = "event.poller.refresh_interval";
constexpr const char* kPolling = "event.poller.configuration";

constexpr std::int64_t kMinutes = 15;  // the element's own default

// Names of fields as the page has them: `lead_createddate` is its own spelling.
struct Dates {
    const char* resource;
    const char* updated;
    const char* created;
};
constexpr Dates kDates[] = {{"accounts", "Comp_UpdatedDate", "Comp_CreatedDate"},
                            {"contacts", "Pers_UpdatedDate", "Pers_CreatedDate"},
                            {"leads", "Lead_UpdatedDate", "lead_createddate"},
                            {"opportunities", "Oppo_UpdatedDate", "Oppo_CreatedDate"},
                            {"users", "User_UpdatedDate", "User_CreatedDate"}};

bool isResource(const std::string& name) {
    return std::any_of(std::begin(kDates), std::end(kDates),
                       [&](const auto& dates) { return name == dates.resource; });
}

tenon::Value pollingOf(const Dates& dates) {
    constexpr const char* format = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    return tenon::Object{{"url", std::string("/hubs/crm/") + dates.resource +
                                     "?where=" + dates.updated + ">'${gmtDate:" + format + "}'"},
                         {"idField", "key"},
                         {"datesConfiguration", tenon::Object{{"updatedDateField", dates.updated},
                                                              {"updatedDateFormat", format},
                                                              {"updatedDateTimezone", "GMT"},
                                                              {"createdDateField", dates.created},
                                                              {"createdDateFormat", format},
                                                              {"createdDateTimezone", "GMT"}}}};
}

// Members of the whole configuration, one a resource.
void checkPolling(Checks& checks, const tenon::Value& configuration) {
    const std::string at = "/events/configuration";
    const auto* resources = configuration.object();
    if (!resources || resources->empty())
        return checks.no(at, "is no object with members; write one for each resource");
    for (const auto& [resource, polling] : *resources)
        if (!polling.object())
            checks.no(at + keyPart(resource), "is no object; write its url, idField and so on");
}

}  // namespace

void checkEvents(Checks& checks, const Events& events, bool sageCrm,
                 const std::map<std::string, tenon::Value>& configuration) {
    if (checks.text("/events/callbackUrl", events.callbackUrl) && !isWebAddress(events.callbackUrl))
        checks.no("/events/callbackUrl", "is not a web address; write https://HOST/PATH");
    if (events.refreshInterval && *events.refreshInterval < 1)
        checks.no("/events/refreshInterval", "is less than a minute; write whole minutes from 1");
    if (events.signatureKey) checks.text("/events/signatureKey", events.signatureKey->reveal());
    if (!sageCrm && !events.resources.empty())
        checks.no("/events/resources",
                  "are those of Sage CRM; write the polling configuration of this element under "
                  "configuration");
    for (std::size_t i = 0; i < events.resources.size(); ++i)  // of a caller in C++
        if (!isResource(events.resources[i]))
            checks.no("/events/resources/" + std::to_string(i), "is no resource with events");
    const bool whole = !events.configuration.isNull();
    if (whole) checkPolling(checks, events.configuration);
    if (whole && !events.resources.empty())
        checks.no("/events", "has resources and configuration; write one of them");
    if (sageCrm && !whole && events.resources.empty())
        checks.no("/events", "names nothing to look at; write resources");
    for (const char* key : {kEnabled, kCallback, kSignature, kInterval, kPolling})
        if (configuration.contains(key))
            checks.no("/configuration" + keyPart(key), "stands beside events; write one of them");
}

void addEvents(tenon::Object& configuration, const Events& events) {
    configuration.set(kEnabled, true);
    configuration.set(kCallback, events.callbackUrl);
    if (events.signatureKey) configuration.set(kSignature, *events.signatureKey);
    const bool polled = !events.configuration.isNull() || !events.resources.empty();
    if (polled || events.refreshInterval)
        configuration.set(kInterval, std::to_string(events.refreshInterval.value_or(kMinutes)));
    if (!events.configuration.isNull()) return configuration.set(kPolling, events.configuration);
    tenon::Object polling;
    for (const auto& dates : kDates)
        for (const auto& resource : events.resources)
            if (resource == dates.resource) polling.set(resource, pollingOf(dates));
    if (polled) configuration.set(kPolling, std::move(polling));
}

}  // namespace cloudelements
