// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/instances/events.h"

#include <Poco/Exception.h>
#include <Poco/URI.h>

namespace cloudelements {
namespace {

constexpr const char* kEnabled = "event.notification.enabled";
constexpr const char* kCallback = "event.notification.callback.url";
constexpr const char* kSignature = "event.notification.signature.key";
constexpr const char* kInterval = "event.poller.refresh_interval";
constexpr const char* kPolling = "event.poller.configuration";

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

bool isWebAddress(const std::string& text) {
    for (const char c : text)
        if (c <= ' ' || c > '~' || c == '"') return false;
    try {
        const Poco::URI uri(text);
        return (uri.getScheme() == "https" || uri.getScheme() == "http") && isHost(uri.getHost());
    } catch (const Poco::Exception&) {
        return false;
    }
}

}  // namespace

void checkEvents(Checks& checks, const Events& events, bool sageCrm,
                 const std::map<std::string, tenon::Value>& configuration) {
    if (checks.text("/events/callbackUrl", events.callbackUrl) && !isWebAddress(events.callbackUrl))
        checks.no("/events/callbackUrl", "is not a web address; write https://HOST/PATH");
    if (events.refreshInterval < 1)
        checks.no("/events/refreshInterval", "is less than a minute; write whole minutes from 1");
    if (events.signatureKey) checks.text("/events/signatureKey", events.signatureKey->reveal());
    if (!sageCrm && !events.resources.empty())
        checks.no("/events/resources",
                  "are those of Sage CRM; write the polling configuration of this element under "
                  "configuration");
    const bool whole = !events.configuration.isNull();
    if (whole && !events.configuration.object())
        checks.no("/events/configuration", "is no object; write one member for each resource");
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
    configuration.set(kInterval, std::to_string(events.refreshInterval));
    if (!events.configuration.isNull()) return configuration.set(kPolling, events.configuration);
    tenon::Object polling;
    for (const auto& dates : kDates)
        for (const auto& resource : events.resources)
            if (resource == dates.resource) polling.set(resource, pollingOf(dates));
    if (!polling.empty()) configuration.set(kPolling, std::move(polling));
}

}  // namespace cloudelements
