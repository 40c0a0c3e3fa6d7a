// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/events/notification.h"

#include <Poco/SHA2Engine.h>

#include <initializer_list>

#include "cloudelements/events/signature.h"
#include "tenon/json.h"

namespace cloudelements {
namespace {

using tenon::ErrorKind;
using tenon::Value;

tenon::Error unreadable(const std::string& why) {
    return tenon::makeError(ErrorKind::validation, "unreadable notification",
                            "What was received is no notification of events: " + why + ".");
}

// Names are compared without case.
const Value* member(const Value* of, std::string_view name) {
    const auto* object = of ? of->object() : nullptr;
    if (!object) return nullptr;
    for (const auto& one : *object)
        if (tenon::sameHeader(one.name, name) && !one.value.isNull()) return &one.value;
    return nullptr;
}

const Value* first(std::initializer_list<const Value*> places,
                   std::initializer_list<std::string_view> names) {
    for (const auto* place : places)
        for (const auto name : names)
            if (const auto* found = member(place, name)) return found;
    return nullptr;
}

std::string text(const Value* value) {
    if (!value) return "";
    if (const auto* string = value->string()) return *string;
    return value->integer() || value->wide() ? tenon::json::write(*value) : "";
}

std::optional<std::int64_t> integer(const Value* value) {
    if (!value) return std::nullopt;
    if (const auto* number = value->integer()) return *number;
    if (!value->string()) return std::nullopt;
    const auto read = tenon::json::read(*value->string());
    const auto* number = read ? read.value().integer() : nullptr;
    return number ? std::optional(*number) : std::nullopt;
}

std::string upper(std::string text) {
    for (auto& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    return text;
}

// Among the records in `raw`, by the type's name, the one with that id.
Value recordOf(const Value* raw, const Event& event) {
    const auto* records = event.objectType.empty() ? nullptr : member(raw, event.objectType);
    if (!records || !records->array() || event.objectId.empty()) return {};
    for (const auto& record : *records->array())
        if (text(first({&record}, {"key", "id"})) == event.objectId) return record;
    return {};
}

Event eventOf(const Value& value, const Notification& of, const Value* raw) {
    const auto get = [&](std::string_view name) { return text(member(&value, name)); };
    Event out{get("objectType"), get("objectId"), upper(get("eventType")),
              get("date"),       get("pollDate"), get("elementKey"),
              get("hubKey"),     Value(),         value};
    if (out.objectType.empty()) out.objectType = text(member(raw, "objectType"));
    if (out.elementKey.empty()) out.elementKey = of.elementKey;
    out.record = recordOf(raw, out);
    return out;
}

std::string digestOf(std::string_view body) {
    Poco::SHA2Engine engine;
    engine.update(body.data(), body.size());
    return "sha256:" + Poco::DigestEngine::digestToHex(engine.digest());
}

// An object that was put into a text is read, too.
Value unpacked(const Value* value) {
    if (!value) return {};
    if (!value->string()) return *value;
    auto read = tenon::json::read(*value->string(), tenon::json::Reading::lenient);
    return read ? std::move(read).value() : Value();
}

}  // namespace

tenon::Result<Notification> readNotification(std::string_view body) {
    const std::string_view mark = "\xef\xbb\xbf";
    auto read = tenon::json::read(body.starts_with(mark) ? body.substr(mark.size()) : body,
                                  tenon::json::Reading::lenient);
    if (!read) return unreadable("it is not JSON");
    Notification out;
    out.body = std::move(read).value();
    const Value* all = &out.body;
    if (!all->object())
        return unreadable(std::string("wanted an object, found ") + describe(all->kind()));
    const Value message = unpacked(member(all, "message"));
    const Value response = unpacked(member(all, "response"));
    const Value raw = unpacked(first({&message, &response, all}, {"raw"}));
    const auto* events = first({&message, &response, all, &raw}, {"events"});
    if (!events)
        return unreadable("it has no \"events\", neither in \"message\" nor in \"response\"");
    if (!events->array())
        return unreadable(std::string("its \"events\" are ") + describe(events->kind()) +
                          "; wanted an array");
    out.eventId = text(first({&message, all, &response}, {"eventId"}));
    if (out.eventId.empty()) out.eventId = digestOf(body);
    out.instanceId = integer(first({&message, all, &response, &raw},
                                   {"instance_id", "instanceId", "elementInstanceId"}));
    out.elementKey = text(first({&message, all, &response}, {"elementKey"}));
    for (const auto& event : *events->array()) {
        if (!event.object())
            return unreadable(std::string("one of its \"events\" is ") + describe(event.kind()) +
                              "; wanted an object");
        out.events.push_back(eventOf(event, out, &raw));
    }
    return out;
}

tenon::Result<Notification> receiveNotification(const std::vector<tenon::Header>& headers,
                                                std::string_view body, const tenon::Secret& key) {
    if (!key.empty()) {
        std::size_t given = 0;
        bool fits = false;
        for (const auto& header : headers) {
            if (!tenon::sameHeader(header.name, kSignatureHeader)) continue;
            ++given;
            fits = signatureFits(header.value, body, key);
        }
        if (given != 1 || !fits)
            return tenon::makeError(
                ErrorKind::authentication, "unsigned notification",
                given == 0  ? "The notification has no header Elements-Webhook-Signature. Is the "
                              "instance made with event.notification.signature.key?"
                : given > 1 ? "The notification has more than one header "
                              "Elements-Webhook-Signature."
                            : "The notification's signature is not that of its body: it was made "
                              "with another key, or somebody else sent or changed it.");
    }
    return readNotification(body);
}

}  // namespace cloudelements
