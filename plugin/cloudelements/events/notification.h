// SPDX-License-Identifier: Apache-2.0
// What the platform posts to event.notification.callback.url: some events of one instance.
// Wire facts: the vendor's integration tests and event pages. Two envelopes exist, {"message":
// {…}} and the older {"eventId", "instanceId", "response": {…}}; the newest one's members are not
// all known. So this reads leniently: a member is taken wherever one of them has it, numbers may be
// texts of digits and texts may be numbers, and what is missing stays empty.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/http.h"
#include "tenon/value.h"

namespace cloudelements {

struct Event {
    std::string objectType;  // accounts, contacts, …
    std::string objectId;
    std::string type;      // CREATED, UPDATED or DELETED, in capitals however it was written
    std::string date;      // of the change, as the platform writes it: 2018-07-31T19:39:46Z
    std::string pollDate;  // when the platform saw it
    std::string elementKey;
    std::string hubKey;
    // The provider's record of that object, where the notification carries it; else null.
    tenon::Value record;
    tenon::Value whole;  // the event as it came
};

struct Notification {
    // The same for every delivery of the same events. Where the envelope has none, it is made of
    // the body: "sha256:" and hexadecimal digits.
    std::string eventId;
    std::optional<std::int64_t> instanceId;
    std::string elementKey;
    std::vector<Event> events;
    tenon::Value body;  // all of it
};

// The events in a body. Errors: `validation`, where it is no JSON, or no envelope that is known
// here.
tenon::Result<Notification> readNotification(std::string_view body);

// The same of a request, if its signature is right; with an empty key, unsigned ones are taken.
// Errors: `authentication` (401) without a signature or with a wrong one, and those of
// readNotification. No error quotes what was received.
tenon::Result<Notification> receiveNotification(const std::vector<tenon::Header>& headers,
                                                std::string_view body, const tenon::Secret& key);

}  // namespace cloudelements
