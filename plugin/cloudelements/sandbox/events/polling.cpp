// SPDX-License-Identifier: Apache-2.0
#include <Poco/NumberParser.h>

#include "events/delivery.h"
#include "events/events.h"
#include "platform/body.h"
#include "platform/clock.h"
#include "platform/world.h"
#include "tenon/json.h"

namespace cloudelements::sandbox {

using tenon::Array;
using tenon::Object;
using tenon::Value;

namespace {

constexpr std::size_t kAtOnce = 10;  // objects in a notification

bool isPolled(const Instance& instance) {
    return !instance.disabled && instance.configured("event.notification.enabled") == "true" &&
           !instance.configured("event.notification.callback.url").empty();
}

// Given as JSON, or as a text of it; kept as a text.
Value pollerConfiguration(const Instance& instance) {
    const auto read = tenon::json::read(instance.configured("event.poller.configuration"));
    return read && read.value().object() ? read.value() : Value(Object());
}

std::string idOf(const Value& record, const Value& poller, const ObjectType& type) {
    const std::string named = textOf(poller.find("idField"));
    return textOf(field(*record.object(), named.empty() ? type.idField : named));
}

Object eventOf(const Instance& instance, const ObjectType& type, const std::string& id,
               const Value& record, bool isNew) {
    return Object{{"objectType", type.name},
                  {"objectId", id},
                  {"date", textOf(field(*record.object(), type.updatedField))},
                  {"pollDate", isoTime()},
                  {"eventType", isNew ? "CREATED" : "UPDATED"},
                  {"elementKey", instance.element->key},
                  {"hubKey", instance.element->hub}};
}

// What is no number of minutes is the default of them.
std::chrono::minutes refreshInterval(const Instance& instance) {
    unsigned minutes = 0;
    if (!Poco::NumberParser::tryParseUnsigned(instance.configured("event.poller.refresh_interval"),
                                              minutes))
        minutes = 15;
    return std::chrono::minutes(std::clamp(minutes, 1u, 1'000'000u));
}

void notify(World& world, const Instance& instance, const std::string& kind, Array& events,
            Array& records) {
    if (events.empty()) return;
    deliver(world, instance, events,
            Object{{"instance_id", instance.id},
                   {kind, std::move(records)},
                   {"events", events},
                   {"objectType", kind}});
    events.clear();
    records.clear();
}

}  // namespace

void poll(World& world, Instance& instance) {
    if (!isPolled(instance) || !instance.badCredentials().empty()) return;
    const Box& box = world.boxes.of(instance);
    const auto since = instance.polled;
    instance.polled = box.changes;
    const Value configuration = pollerConfiguration(instance);
    for (const auto& [kind, poller] : *configuration.object()) {
        const auto table = box.tables.find(kind);
        if (table == box.tables.end()) continue;
        Array events, records;
        for (const auto& [number, record] : table->second.all()) {
            if (record.changed <= since) continue;
            const auto& type = table->second.type();
            events.push_back(eventOf(instance, type, idOf(record.fields, poller, type),
                                     record.fields, record.made > since));
            records.push_back(record.fields);
            if (events.size() == kAtOnce) notify(world, instance, kind, events, records);
        }
        notify(world, instance, kind, events, records);
    }
}

void pollAll(World& world) {
    for (auto& [id, instance] : world.instances.all()) poll(world, instance);
}

void pollWhatIsDue(World& world, std::chrono::steady_clock::time_point now) {
    auto& begun = world.events.begun;
    std::erase_if(begun, [&](const auto& one) { return !world.instances.find(one.first); });
    for (auto& [id, instance] : world.instances.all()) {
        if (!isPolled(instance)) {
            begun.erase(id);
            continue;
        }
        const auto [since, isFirst] = begun.try_emplace(id, now);
        if (isFirst || now - since->second < refreshInterval(instance)) continue;
        since->second = now;
        poll(world, instance);
    }
}

void inject(World& world, Instance& instance, const Value& raw) {
    Array events;
    for (const auto& event : arrayOf(raw, "events")) {
        requiredText(event, "objectId");
        requiredText(event, "eventType");
        events.push_back(event);
    }
    if (events.empty()) throw refusal(400, "The field 'events' is required");
    deliver(world, instance, events, raw);
}

}  // namespace cloudelements::sandbox
