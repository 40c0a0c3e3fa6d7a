// SPDX-License-Identifier: Apache-2.0
// What the step makes of an answer that it can use, however odd the rest of it is.
#include "sample.h"
#include "tenon/json.h"

using sample::Outputs;

class AnswerTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(AnswerTest);
    CPPUNIT_TEST(readsAWholeAnswer);
    CPPUNIT_TEST(needsOnlyIdAndToken);
    CPPUNIT_TEST(takesEveryStatusOfSuccess);
    CPPUNIT_TEST(readsTagsAsTextsOrObjectsOrNotAtAll);
    CPPUNIT_TEST(keepsNullsInTheConfiguration);
    CPPUNIT_TEST(takesTheElementIdFromTheElement);
    CPPUNIT_TEST(forgivesMembersOfAnotherKind);
    CPPUNIT_TEST(keepsLargeIdsExact);
    CPPUNIT_TEST(takesTheLastOfTwoMembersOfOneName);
    CPPUNIT_TEST(keepsTheTokenSecret);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static Outputs read(const std::string& body, int status = 200) {
        return sample::answered(status, body).value();
    }
    static std::string all(const Outputs& outputs) {
        return tenon::json::write(tenon::writeFields(outputs), tenon::json::Secrets::reveal);
    }

    // Shaped like the answer in the vendor's documentation.
    void readsAWholeAnswer() {
        same(
            R"({"id":427902,"token":"gwDd1yJ5Q9cD0fTz/2nGzX+9kE7sLhCq4v8uYt3RrWo=",)"
            R"("name":"Sage CRM, EU","elementKey":"sagecrm","elementId":3641,"createdDate":"2017-06-12T14:09:00Z",)"
            R"("valid":true,"disabled":false,"tags":["Docs"],"configuration":{)"
            R"("base.url":"https://{subdomain}/sdata/crmj/sagecrm2/-","bulk.relations":null,)"
            R"("event.notification.enabled":"false","event.poller.configuration":"{ }",)"
            R"("password":"********","username":"sage"},"origin":"created","verified":false,"verifiedAt":null})",
            all(read(R"({
  "id": 427902,
  "name": "Sage CRM, EU",
  "createdDate": "2017-06-12T14:09:00Z",
  "token": "gwDd1yJ5Q9cD0fTz/2nGzX+9kE7sLhCq4v8uYt3RrWo=",
  "element": {
    "id": 3641, "name": "Sage CRM", "key": "sagecrm", "hub": "crm", "active": true, "deleted": false,
    "typeOauth": false, "trialAccount": false, "configDescription": null, "resources": [ ],
    "transformationsEnabled": true, "bulkDownloadEnabled": true, "authentication": { "type": "basic" }
  },
  "elementId": 3641,
  "tags": [ "Docs" ],
  "provisionInteractions": [ ],
  "valid": true,
  "disabled": false,
  "maxCacheSize": 0,
  "cacheTimeToLive": 0,
  "configuration": {
    "base.url": "https://{subdomain}/sdata/crmj/sagecrm2/-",
    "username": "sage",
    "password": "********",
    "bulk.relations": null,
    "event.notification.enabled": "false",
    "event.poller.configuration": "{ }"
  },
  "eventsEnabled": false,
  "traceLoggingEnabled": false,
  "cachingEnabled": false,
  "externalAuthentication": "none",
  "user": { "id": 21, "emailAddress": "a@example.com", "firstName": "A", "lastName": "B" },
  "newerThanThisStep": { "deep": [ 1.5, [ ], { } ] }
})")));
    }
    void needsOnlyIdAndToken() {
        same(
            R"({"id":1,"token":"t","name":"SageCRM","elementKey":null,"elementId":null,"createdDate":null,)"
            R"("valid":null,"disabled":null,"tags":[],"configuration":{},"origin":"created",)"
            R"("verified":false,"verifiedAt":null})",
            all(read(R"({"token":"t","id":1})")));
    }
    void takesEveryStatusOfSuccess() {
        for (const int status : {200, 201, 202, 299})
            CPPUNIT_ASSERT_EQUAL(std::int64_t{1}, read(R"({"id":1,"token":"t"})", status).id);
    }
    void readsTagsAsTextsOrObjectsOrNotAtAll() {
        const auto tags = [](const std::string& text) {
            std::string out;
            for (const auto& tag : read(R"({"id":1,"token":"t","tags":)" + text + "}").tags)
                out += "[" + tag + "]";
            return out;
        };
        same("[a][b]", tags(R"(["a","b"])"));
        same("[a][b]", tags(R"([{"id":1,"name":"a"},{"name":"b","id":2}])"));
        same("[a][b]", tags(R"(["a",{"name":"b"}])"));
        same("[b]", tags(R"([1,null,{"id":1},{"name":2},["a"],"b"])"));
        same("", tags("[]"));
        same("", tags("null"));
        same("", tags(R"("a")"));
        same("", tags(R"({"name":"a"})"));
    }
    void keepsNullsInTheConfiguration() {
        const auto configuration =
            read(R"({"id":1,"token":"t","configuration":{"a":null,"b":"","c":{"d":true}}})")
                .configuration;
        CPPUNIT_ASSERT_EQUAL(std::size_t(3), configuration.size());
        CPPUNIT_ASSERT(configuration.at("a").isNull());
        same("", *configuration.at("b").string());
        same(R"({"d":true})", tenon::json::write(configuration.at("c")));
    }
    void takesTheElementIdFromTheElement() {
        const auto elementId = [](const std::string& members) {
            return read(R"({"id":1,"token":"t",)" + members + "}").elementId;
        };
        CPPUNIT_ASSERT(elementId(R"("elementId":5,"element":{"id":6})") == 5);
        CPPUNIT_ASSERT(elementId(R"("element":{"id":6})") == 6);
        CPPUNIT_ASSERT(elementId(R"("elementId":null,"element":{"id":6})") == 6);
        CPPUNIT_ASSERT(elementId(R"("elementId":"5","element":{"id":6})") == 6);
        CPPUNIT_ASSERT(!elementId(R"("element":{"id":"6"})"));
        CPPUNIT_ASSERT(!elementId(R"("element":6)"));
    }
    void forgivesMembersOfAnotherKind() {
        same(
            R"({"id":1,"token":"t","name":"SageCRM","elementKey":null,"elementId":null,"createdDate":null,)"
            R"("valid":null,"disabled":null,"tags":[],"configuration":{},"origin":"created",)"
            R"("verified":false,"verifiedAt":null})",
            all(read(R"({"id":1,"token":"t","name":2,"elementId":1e3,"element":[],)"
                     R"("createdDate":1497276540,"valid":"true","disabled":0,"tags":7,)"
                     R"("configuration":"none","big":123456789012345678901234567890})")));
    }
    void keepsLargeIdsExact() {
        const auto id = [](const std::string& text) {
            return read(R"({"token":"t","id":)" + text + "}").id;
        };
        CPPUNIT_ASSERT_EQUAL(std::int64_t{9007199254740993}, id("9007199254740993"));
        CPPUNIT_ASSERT_EQUAL(std::int64_t{9223372036854775807}, id("9223372036854775807"));
        CPPUNIT_ASSERT_EQUAL(std::int64_t{2147483648}, id("2147483648"));
        CPPUNIT_ASSERT_EQUAL(std::int64_t{0}, id("0"));
        CPPUNIT_ASSERT_EQUAL(std::int64_t{-1}, id("-1"));
    }
    void takesTheLastOfTwoMembersOfOneName() {
        const auto outputs = read(R"({"id":1,"token":"t","id":2,"token":"u"})");
        CPPUNIT_ASSERT_EQUAL(std::int64_t{2}, outputs.id);
        same("u", outputs.token.reveal());
    }
    void keepsTheTokenSecret() {
        const auto outputs = tenon::writeFields(read(R"({"id":1,"token":"t0ken"})"));
        CPPUNIT_ASSERT(outputs.find("token")->secret());
        CPPUNIT_ASSERT(tenon::json::write(outputs).find("t0ken") == std::string::npos);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(AnswerTest);
