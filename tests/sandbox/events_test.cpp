// SPDX-License-Identifier: Apache-2.0
// Events: what is polled, how it is sent, and what the platform tells of it.
#include <regex>

#include "callback.h"
#include "events/signature.h"
#include "through_instance.h"

using support::Callback;
using support::RunningSandbox;

class EventsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(EventsTest);
    CPPUNIT_TEST(signsAsTheStandardDoes);
    CPPUNIT_TEST(sendsWhatAPollFinds);
    CPPUNIT_TEST(sendsAtOnceWhereItIsTold);
    CPPUNIT_TEST(tellsOfItsEvents);
    CPPUNIT_TEST(sendsTenObjectsAtMost);
    CPPUNIT_TEST(sendsAgainUntilItIsTaken);
    CPPUNIT_TEST(sendsWhatAVendorGives);
    CPPUNIT_TEST(sendsNothingElsewhere);
    CPPUNIT_TEST(pollsWhatIsAskedForOnly);
    CPPUNIT_TEST(startsFormulas);
    CPPUNIT_TEST(refusesStrangePolls);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static constexpr const char* kPoll = "/events/sagecrmPolling/NDI3OTAy";  // of 427902

    mutable Callback callback_;  // listens when it is asked for

    // Gives the token of an instance that is polled.
    std::string watched(const RunningSandbox& platform, const std::string& more = "",
                        const std::string& url = "") const {
        const auto reply = platform.call(
            {.method = "POST",
             .path = "/instances",
             .body = R"({"element":{"key":"sagecrm"},"name":"n","configuration":{"subdomain":"h",)"
                     R"("username":"u","password":"p","event.notification.enabled":"true",)"
                     R"("event.notification.callback.url":")" +
                     (url.empty() ? "http://127.0.0.1:" + std::to_string(callback_.port()) + "/in"
                                  : url) +
                     R"(","event.poller.configuration":{"accounts":{"url":"/hubs/crm/accounts",)"
                     R"("idField":"key"},"contacts":{}})" +
                     more + "}}"});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(reply.body, 200, reply.status);
        return *reply.json().find("token")->string();
    }
    static tenon::Value message(const Callback::Got& got) {
        return *tenon::json::read(got.body).value().find("message");
    }
    static int poll(const RunningSandbox& platform, const std::string& body = "") {
        return platform
            .call({.method = "POST",
                   .path = kPoll,
                   .body = body,
                   .headers = {{"Id", "427902"}, {"Authorization", ""}}})
            .status;
    }
    // The events of the instance, once none of them waits to be sent.
    static tenon::Array settled(const RunningSandbox& platform) {
        for (;;) {
            const auto all = *platform.call({.path = "/instances/427902/events"}).json().array();
            bool isSettled = true;
            for (const auto& event : all)
                isSettled = isSettled && *event.find("status")->string() != "NEW";
            if (isSettled) return all;
        }
    }

    void signsAsTheStandardDoes() {
        using cloudelements::sandbox::signatureOf;
        same("sha256=97yD9DBThCSxMpjmqm+xQ+9NWaFJRhdZl0edvC0aPNg=",
             signatureOf("key", "The quick brown fox jumps over the lazy dog"));
        same("sha256=1Gdhdo7jyGT8dsCLPXPICShTrj/voBuZCWPfotVuczQ=",
             signatureOf(std::string(100, 'k'), ""));
    }
    void sendsWhatAPollFinds() {
        const RunningSandbox platform;
        const auto token = watched(platform, R"(,"event.notification.signature.key":"s3cret")");
        platform.through(token, "POST", "/accounts", R"({"Comp_Name":"A"})");
        platform.through(token, "PATCH", "/accounts/43", R"({"Comp_Name":"B"})");
        CPPUNIT_ASSERT_EQUAL(200, poll(platform));
        const auto got = callback_.next();
        same("POST /in", got.line);
        same("application/json", got.headers.get("Content-Type"));
        same(cloudelements::sandbox::signatureOf("s3cret", got.body),
             got.headers.get("Elements-Webhook-Signature"));
        const auto told = message(got);
        same(got.headers.get("Elements-Webhook-Id"), *told.find("eventId")->string());
        same("sagecrm", *told.find("elementKey")->string());
        CPPUNIT_ASSERT_EQUAL(std::int64_t{427902}, *told.find("instance_id")->integer());
        const auto shown =
            std::regex_replace(tenon::json::write(*told.find("events")),
                               std::regex(R"("\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")"), "TIME");
        same(R"([{"objectType":"accounts","objectId":"43","date":TIME,"pollDate":TIME,)"
             R"("eventType":"UPDATED","elementKey":"sagecrm","hubKey":"crm"},)"
             R"({"objectType":"accounts","objectId":"1000","date":TIME,"pollDate":TIME,)"
             R"("eventType":"CREATED","elementKey":"sagecrm","hubKey":"crm"}])",
             shown);
        const auto* raw = told.find("raw");
        same("accounts", *raw->find("objectType")->string());
        same("B", *raw->find("accounts")->array()->front().find("Comp_Name")->string());
        // Once.
        poll(platform);
        platform.through(token, "PATCH", "/contacts/61", "{}");
        poll(platform);
        same("contacts", *message(callback_.next()).find("raw")->find("objectType")->string());
        CPPUNIT_ASSERT_EQUAL(2, callback_.count());
    }
    void sendsAtOnceWhereItIsTold() {
        const RunningSandbox platform(R"({"firstId":427902,"pollAtOnce":true})");
        const auto token = watched(platform);
        platform.through(token, "POST", "/accounts", "{}");
        const auto got = callback_.next();
        CPPUNIT_ASSERT(!got.headers.has("Elements-Webhook-Signature"));
        same("1000", *message(got).find("events")->array()->front().find("objectId")->string());
    }
    void tellsOfItsEvents() {
        const RunningSandbox platform;
        const auto token = watched(platform);
        same("[]", platform.call({.path = "/instances/427902/events"}).body);
        platform.through(token, "POST", "/accounts", "{}");
        poll(platform);
        const auto got = callback_.next();
        const auto id = *message(got).find("eventId")->string();
        const auto path = "/instances/427902/events/" + id;
        while (*platform.call({.path = path}).json().find("status")->string() != "NOTIFIED") {
        }
        const auto event = platform.call({.path = path}).json();
        same(got.body, *event.find("providerData")->string());
        same(
            event == platform.through(token, "GET", "/instances/events/" + id).json() ? "same" : "",
            "same");
        same("No event found with ID x",
             platform.call({.path = "/instances/427902/events/x"}).message());
    }
    void sendsTenObjectsAtMost() {
        const RunningSandbox platform;
        const auto token = watched(platform);
        for (int i = 0; i < 25; ++i) platform.through(token, "POST", "/accounts", "{}");
        poll(platform);
        std::string sizes;
        for (int i = 0; i < 3; ++i)
            sizes +=
                std::to_string(message(callback_.next()).find("events")->array()->size()) + " ";
        same("10 10 5 ", sizes);
    }
    void sendsAgainUntilItIsTaken() {
        const RunningSandbox platform;
        const auto token = watched(platform);
        callback_.answers(500, "");
        callback_.answers(404, "");
        platform.through(token, "POST", "/accounts", "{}");
        poll(platform);
        std::set<std::string> bodies;
        for (int i = 0; i < 3; ++i) bodies.insert(callback_.next().body);
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, bodies.size());
        for (int i = 0; i < 3; ++i) callback_.answers(503, "");
        platform.through(token, "POST", "/accounts", "{}");
        poll(platform);
        for (int i = 0; i < 3; ++i) callback_.next();
        poll(platform);
        const auto all = settled(platform);
        same("NOTIFIED", *all.front().find("status")->string());
        same("DISPATCHED", *all.back().find("status")->string());
        CPPUNIT_ASSERT_EQUAL(6, callback_.count());
    }
    void sendsWhatAVendorGives() {
        const RunningSandbox platform;
        watched(platform);
        const std::string raw =
            R"({"instance_id":427902,"accounts":[{"key":"43"}],"events":[{"objectType":"accounts",)"
            R"("objectId":"43","eventType":"DELETED"}],"objectType":"accounts"})";
        CPPUNIT_ASSERT_EQUAL(200, poll(platform, raw));
        const auto told = message(callback_.next());
        same(raw, tenon::json::write(*told.find("raw")));
        same("DELETED", *told.find("events")->array()->front().find("eventType")->string());
        CPPUNIT_ASSERT_EQUAL(400, poll(platform, R"({"events":[]})"));
        CPPUNIT_ASSERT_EQUAL(400, poll(platform, R"({"events":[{"objectId":"1"}]})"));
    }
    void sendsNothingElsewhere() {
        const RunningSandbox platform;
        const auto token = watched(platform, "", "http://example.com/in");
        platform.through(token, "POST", "/accounts", "{}");
        poll(platform);
        same("DISPATCHED", *settled(platform).front().find("status")->string());
    }
    void pollsWhatIsAskedForOnly() {
        const RunningSandbox platform;
        const auto token = watched(platform);
        const auto patch = [&](const std::string& configuration) {
            CPPUNIT_ASSERT_EQUAL(200,
                                 platform
                                     .call({.method = "PATCH",
                                            .path = "/instances/427902",
                                            .body = R"({"configuration":{)" + configuration + "}}"})
                                     .status);
        };
        platform.through(token, "POST", "/leads", "{}");
        poll(platform);
        patch(R"("event.notification.enabled":false)");
        platform.through(token, "POST", "/accounts", "{}");
        poll(platform);
        // What changed meanwhile is past.
        patch(R"("event.notification.enabled":true)");
        poll(platform);
        same("[]", platform.call({.path = "/instances/427902/events"}).body);
        platform.through(token, "POST", "/accounts", "{}");
        poll(platform);
        same(
            "1001",
            *message(callback_.next()).find("events")->array()->front().find("objectId")->string());
    }
    void startsFormulas() {
        const RunningSandbox platform;
        const auto token = watched(platform);
        const auto post = [&](const std::string& path, const std::string& body) {
            const auto reply = platform.call({.method = "POST", .path = path, .body = body});
            CPPUNIT_ASSERT_EQUAL_MESSAGE(reply.body, 200, reply.status);
        };
        post("/formulas", R"({"name":"f","configuration":[{"key":"crm","type":"elementInstance"}],)"
                          R"("triggers":[{"type":"event","onSuccess":["a"],)"
                          R"("properties":{"elementInstanceId":"${config.crm}"}}],)"
                          R"("steps":[{"name":"a","type":"elementRequest","properties":{)"
                          R"("elementInstanceId":"${config.crm}","method":"POST","api":"/leads",)"
                          R"("body":{"of":"${trigger.event.objectId}"}}}]})");
        post("/formulas/1001/instances", R"({"name":"i","configuration":{"crm":427902}})");
        platform.through(token, "POST", "/accounts", "{}");
        poll(platform);
        same("success", *platform.ended(3001).find("status")->string());
        same("1000", *platform.through(token, "GET", "/leads/1000").json().find("of")->string());
    }
    void refusesStrangePolls() {
        const RunningSandbox platform;
        watched(platform);
        for (const char* path : {"/events/sagecrmPolling/x", "/events/sagecrmPolling/NDI3OTAz",
                                 "/events/sfdcPolling/NDI3OTAy", "/events/sagecrm/NDI3OTAy"})
            CPPUNIT_ASSERT_EQUAL_MESSAGE(path, 404,
                                         platform.call({.method = "POST", .path = path}).status);
        same("No element instance found with ID 5",
             platform.call({.method = "POST", .path = kPoll, .headers = {{"Id", "5"}}}).message());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(EventsTest);
