// SPDX-License-Identifier: Apache-2.0
#include "events/delivery.h"

#include "events/signature.h"
#include "formulas/execution.h"
#include "platform/clock.h"
#include "platform/world.h"
#include "tenon/json.h"

namespace cloudelements::sandbox {

using tenon::Object;
using tenon::Value;

namespace {

constexpr int kAttempts = 3;

void setStatus(World& world, const std::string& id, const char* status) {
    for (auto& event : world.events.all)
        if (event.id == id) event.status = status;
}

// At least once: what is not answered with 2xx is sent again, at once.
void send(World& world, const std::string& id, const std::string& url, const Request& request,
          Hands& hands) {
    hands.withWorld([&] { setStatus(world, id, "DISPATCHED"); });
    for (int i = 0; i < kAttempts; ++i) {
        const Answer got = hands.send(url, request);
        const bool isTaken = got.status >= 200 && got.status < 300;
        hands.tell("event " + id + " to " + url + " " +
                   (got.status == 0 ? got.body : std::to_string(got.status)));
        if (isTaken) return hands.withWorld([&] { setStatus(world, id, "NOTIFIED"); });
    }
}

}  // namespace

void deliver(World& world, const Instance& instance, const tenon::Array& events, const Value& raw) {
    Event made;
    made.id = hex(24);
    made.instance = instance.id;
    made.date = isoTime();
    const Value body = Object{{"message", Object{{"elementKey", instance.element->key},
                                                 {"eventId", made.id},
                                                 {"instance_id", instance.id},
                                                 {"instanceId", instance.id},
                                                 {"events", events},
                                                 {"raw", raw}}}};
    made.body = tenon::json::write(body, tenon::json::Secrets::reveal);
    Request request;
    request.method = "POST";
    request.body = made.body;
    request.headers = {{"Content-Type", "application/json"}, {"Elements-Webhook-Id", made.id}};
    if (const auto key = instance.configured("event.notification.signature.key"); !key.empty())
        request.headers.push_back({"Elements-Webhook-Signature", signatureOf(key, made.body)});
    const std::string url = instance.configured("event.notification.callback.url");
    if (!url.empty())
        world.jobs.push_back([&world, id = made.id, url, request](Hands& hands) {
            send(world, id, url, request, hands);
        });
    world.events.all.push_back(std::move(made));
    if (world.events.all.size() > Events::kMost) world.events.all.pop_front();
    for (const auto& event : events) startOnEvent(world, instance.id, event);
}

}  // namespace cloudelements::sandbox
