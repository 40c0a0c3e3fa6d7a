// SPDX-License-Identifier: Apache-2.0
// The events of an instance, and a poll on demand.
#include <Poco/Base64Decoder.h>

#include <sstream>

#include "events/events.h"
#include "platform/page.h"
#include "platform/world.h"
#include "tenon/json.h"

namespace cloudelements::sandbox {

using tenon::Array;
using tenon::Object;
using tenon::Value;

namespace {

Value shown(const Event& event) {
    Array notified;
    if (event.status == "NOTIFIED") notified.push_back(event.body);
    return Object{{"id", event.id},
                  {"eventDate", event.date},
                  {"status", event.status},
                  {"providerData", event.body},
                  {"notifiedData", std::move(notified)},
                  {"eventElementInstances", Array{Object{{"id", event.instance}}}}};
}

Answer listEvents(const Call& call, const World& world) {
    std::vector<const Event*> found;
    for (const auto& event : world.events.all)
        if (event.instance == call.instance->id) found.push_back(&event);
    return page(call.request, found.size(), [&](std::size_t i) { return shown(*found[i]); });
}

Answer getEvent(const Call& call, const World& world) {
    for (const auto& event : world.events.all)
        if (event.instance == call.instance->id && event.id == call.at("event"))
            return answer(200, shown(event));
    return refusal(404, "No event found with ID " + call.at("event"));
}

std::string unpacked(const std::string& base64) {
    std::istringstream in(base64);
    Poco::Base64Decoder decoder(in);
    try {
        return {std::istreambuf_iterator<char>(decoder), {}};
    } catch (const std::exception&) {
        return "";
    }
}

// "/events/sagecrmPolling/NDI3OTAy": with a body of the `raw` kind its events, without one a poll.
Answer trigger(Call& call, World& world) {
    std::string id = unpacked(call.at("instance64"));
    const std::string header = call.request.header("Id");
    Instance* found = nullptr;
    for (auto& [number, instance] : world.instances.all())
        if (std::to_string(number) == id && call.at("polling") == instance.element->key + "Polling")
            found = &instance;
    if (!found || (!header.empty() && header != id))
        return refusal(404, "No element instance found with ID " + (header.empty() ? id : header));
    const auto body = tenon::json::read(call.request.body);
    if (body && body.value().object() && !body.value().object()->empty())
        inject(world, *found, body.value());
    else
        poll(world, *found);
    return answer(200, Object{});
}

}  // namespace

void addEventRoutes(Router& router, World& world) {
    router.addOfInstance("GET", "/events",
                         [&world](Call& call) { return listEvents(call, world); });
    router.addOfInstance("GET", "/events/{event}",
                         [&world](Call& call) { return getEvent(call, world); });
    // A vendor calls it, which has no secret of the platform.
    router.add("POST", "/events/{polling}/{instance64}", Access::open,
               [&world](Call& call) { return trigger(call, world); });
}

}  // namespace cloudelements::sandbox
