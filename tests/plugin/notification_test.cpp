// SPDX-License-Identifier: Apache-2.0
#include "cloudelements/events/notification.h"

#include <cppunit/extensions/HelperMacros.h>

#include "cloudelements/events/signature.h"
#include "support/whole.h"
#include "tenon/json.h"

namespace {

using cloudelements::readNotification;
using cloudelements::receiveNotification;

const std::string kNewer =
    R"({"message":{"elementKey":"sagecrm","eventId":"e1","instance_id":427902,
  "unknown":{"a":1},
  "events":[{"objectType":"accounts","objectId":"43","date":"2018-07-31T19:39:46Z",
             "pollDate":"2018-07-31T19:40:00Z","eventType":"CREATED","elementKey":"sagecrm",
             "hubKey":"crm"},
            {"objectType":"contacts","objectId":7,"eventType":"updated"}],
  "raw":{"instance_id":427902,"accounts":[{"key":"42"},{"Key":43,"Comp_Name":"A"}],
         "events":[],"objectType":"accounts"}}})";
const std::string kOlder = R"({"eventId":"e2","instanceId":"427902","notificationId":"n",
  "response":{"events":[{"objectType":"leads","objectId":"5","eventType":"DELETED"}]}})";

class NotificationTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(NotificationTest);
    CPPUNIT_TEST(readsBothEnvelopes);
    CPPUNIT_TEST(readsLeniently);
    CPPUNIT_TEST(refusesWhatIsDamaged);
    CPPUNIT_TEST(readsWhatIsCutAnywhereWithoutHarm);
    CPPUNIT_TEST(takesSignedOnesAlone);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // "e1 427902 sagecrm | CREATED accounts 43 DATE POLLED sagecrm crm {record}", or the error.
    static std::string shown(const tenon::Result<cloudelements::Notification>& read) {
        if (!read) return support::whole(read.error());
        const auto& n = read.value();
        std::string out = n.eventId + " " + (n.instanceId ? std::to_string(*n.instanceId) : "-") +
                          " " + n.elementKey;
        for (const auto& e : n.events) {
            out += " |";
            for (const auto* part : {&e.type, &e.objectType, &e.objectId, &e.date, &e.pollDate,
                                     &e.elementKey, &e.hubKey})
                if (!part->empty()) out += " " + *part;
            if (!e.record.isNull()) out += " " + tenon::json::write(e.record);
        }
        return out;
    }

    void readsBothEnvelopes() {
        same(
            "e1 427902 sagecrm | CREATED accounts 43 2018-07-31T19:39:46Z 2018-07-31T19:40:00Z "
            "sagecrm crm {\"Key\":43,\"Comp_Name\":\"A\"} | UPDATED contacts 7 sagecrm",
            shown(readNotification(kNewer)));
        same("e2 427902  | DELETED leads 5", shown(readNotification(kOlder)));
        same("n", *readNotification(kOlder).value().body.find("notificationId")->string());
    }

    void readsLeniently() {
        const std::pair<const char*, const char*> rows[] = {
            {R"({"message":{"eventId":9,"instanceId":"x","events":[]}})", "9 - "},
            {"\xef\xbb\xbf{\"message\":{\"eventId\":\"e\",\"events\":[]}}", "e - "},
            {R"({"eventId":"e","message":{"events":[{}]}})", "e -  |"},
            {R"({"eventId":"e","events":[{"objectId":"1","objectType":null}]})", "e -  | 1"},
            {R"({"eventId":12345678901234567890,"instanceId":12345678901234567890,)"
             R"("events":[{"objectId":-9223372036854775809}]})",
             "12345678901234567890 -  | -9223372036854775809"},
            {R"({"MESSAGE":{"EventId":"e","Events":[{"ObjectID":"1"}]}})", "e -  | 1"},
            {R"({"message":"{\"eventId\":\"e\",\"events\":[{\"objectId\":\"1\"}]}"})", "e -  | 1"},
            {R"({"message":{"eventId":"e","raw":{"instance_id":3,"objectType":"users",)"
             R"("events":[{"objectId":"1"}]}}})",
             "e 3  | users 1"},
            {R"({"message":{"eventId":"e","events":[{"objectId":["a"],"eventType":7}]}})",
             "e -  | 7"},
            {R"({"eventId":"e","message":null,"response":{"events":[]}})", "e - "},
            {R"({"eventId":"e","message":{"events":[{"objectId":18446744073709551616}]}})",
             "e -  | 18446744073709551616"},
        };
        for (const auto& [body, wanted] : rows) same(wanted, shown(readNotification(body)));
        const std::string nameless = R"({"events":[]})";
        const auto id = readNotification(nameless).value().eventId;
        same("sha256:", id.substr(0, 7));
        CPPUNIT_ASSERT_EQUAL(std::size_t(71), id.size());
        same(id, readNotification(nameless).value().eventId);
        CPPUNIT_ASSERT(id != readNotification(nameless + " ").value().eventId);
    }

    void refusesWhatIsDamaged() {
        const std::string start =
            "validation 400, unreadable notification: What was received is no notification of "
            "events: ";
        const std::string none =
            "it has no \"events\", neither in \"message\" nor in \"response\".";
        const std::pair<const char*, std::string> rows[] = {
            {"", "it is not JSON."},
            {"<html>", "it is not JSON."},
            {"{\"message\":", "it is not JSON."},
            {"{\"events\":[]} s3cret", "it is not JSON."},
            {"[]", "wanted an object, found an array."},
            {"null", "wanted an object, found null."},
            {"{}", none},
            {R"({"message":7})", none},
            {R"({"message":"s3cret"})", none},
            {R"({"message":{"events":null}})", none},
            {R"({"message":{"events":{}}})", "its \"events\" are an object; wanted an array."},
            {R"({"events":[7]})", "one of its \"events\" is an integer; wanted an object."},
        };
        for (const auto& [body, wanted] : rows) same(start + wanted, shown(readNotification(body)));
    }

    // Whatever is cut off or changed, the answer is a notification or the error of one.
    void readsWhatIsCutAnywhereWithoutHarm() {
        for (const auto& body : {kNewer, kOlder})
            for (std::size_t i = 0; i < body.size(); ++i) {
                CPPUNIT_ASSERT(!readNotification(body.substr(0, i)));
                auto other = body;
                other[i] = static_cast<char>(other[i] ^ 0x80);
                static_cast<void>(readNotification(other));
                other[i] = '"';
                static_cast<void>(readNotification(other));
            }
    }

    void takesSignedOnesAlone() {
        const tenon::Secret key("k3y");
        const auto good = cloudelements::signatureOf(kOlder, key);
        const std::string start = "authentication 401, unsigned notification: The notification";
        const std::string name = "elements-webhook-SIGNATURE";
        same("e2 427902  | DELETED leads 5",
             shown(receiveNotification({{"A", "b"}, {name, good}}, kOlder, key)));
        same("e2 427902  | DELETED leads 5", shown(receiveNotification({}, kOlder, {})));
        same(start +
                 " has no header Elements-Webhook-Signature. Is the instance made with "
                 "event.notification.signature.key?",
             shown(receiveNotification({}, kOlder, key)));
        const std::string wrong =
            start +
            "'s signature is not that of its body: it was made with another key, or "
            "somebody else sent or changed it.";
        same(wrong, shown(receiveNotification({{name, good}}, kOlder + " ", key)));
        same(wrong, shown(receiveNotification({{name, good}}, "no JSON", key)));
        same(wrong, shown(receiveNotification({{name, ""}}, kOlder, key)));
        for (const auto& other : {good, std::string("sha256=x")})
            same(start + " has more than one header Elements-Webhook-Signature.",
                 shown(receiveNotification({{name, other}, {name, good}}, kOlder, key)));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(NotificationTest);

}  // namespace
