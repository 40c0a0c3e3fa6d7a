// SPDX-License-Identifier: Apache-2.0
// The sandbox told to misbehave: every member of a rule, and what it did before it misbehaved.
#include <Poco/Net/NetException.h>
#include <cppunit/extensions/HelperMacros.h>

#include "running_sandbox.h"
#include "tenon/json.h"

using support::Call;
using support::newInstance;
using support::RunningSandbox;

class FaultsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(FaultsTest);
    CPPUNIT_TEST(answersInsteadOfActing);
    CPPUNIT_TEST(answersAnErrorOfItsOwn);
    CPPUNIT_TEST(sendsRetryAfter);
    CPPUNIT_TEST(fitsMethodAndBeginningOfThePath);
    CPPUNIT_TEST(fitsEveryRequest);
    CPPUNIT_TEST(usesRulesUp);
    CPPUNIT_TEST(takesTheFirstRuleThatFits);
    CPPUNIT_TEST(misbehavesBeforeItChecksCredentials);
    CPPUNIT_TEST(dropsBeforeActing);
    CPPUNIT_TEST(dropsAfterActing);
    CPPUNIT_TEST(dropsWithAReset);
    CPPUNIT_TEST(cutsTheBody);
    CPPUNIT_TEST(sendsAShortBodyWhole);
    CPPUNIT_TEST(delaysAndThenActs);
    CPPUNIT_TEST(actsTwice);
    CPPUNIT_TEST(answersAndActsLater);
    CPPUNIT_TEST(listsANewInstanceLater);
    CPPUNIT_TEST(hidesTokensInLists);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string rules(const std::string& text) {
        return R"({"firstId":427902,"rules":[)" + text + "]}";
    }
    static Call post() { return {.method = "POST", .path = "/instances", .body = newInstance()}; }
    static int status(const RunningSandbox& platform, const Call& call) {
        return platform.call(call).status;
    }

    void answersInsteadOfActing() {
        const RunningSandbox platform(
            rules(R"({"on":"POST /instances","answer":{"status":503,"body":{"message":"Busy"},)"
                  R"("headers":{"X-Why":"test","Content-Type":"text/x"}}})"));
        const auto reply = platform.call(post());
        CPPUNIT_ASSERT_EQUAL(503, reply.status);
        same(R"({"message":"Busy"})", reply.body);
        same("test", reply.header("X-Why"));
        same("text/x", reply.header("Content-Type"));
        CPPUNIT_ASSERT_EQUAL(0, platform.count());
        const RunningSandbox html(rules(R"({"answer":{"status":200,"body":"<html>"}})"));
        same("<html>", html.call(post()).body);
    }
    void answersAnErrorOfItsOwn() {
        const RunningSandbox platform(rules(R"({"on":"POST","answer":{}})"));
        const auto reply = platform.call(post());
        CPPUNIT_ASSERT_EQUAL(500, reply.status);
        same("The sandbox was told to fail", reply.message());
        CPPUNIT_ASSERT_EQUAL(std::size_t(24), reply.json().find("requestId")->string()->size());
    }
    void sendsRetryAfter() {
        const RunningSandbox platform(rules(R"({"on":"GET","retryAfter":5},)"
                                            R"({"answer":{"status":429},"retryAfter":30})"));
        const auto busy = platform.call(post());
        CPPUNIT_ASSERT_EQUAL(429, busy.status);
        same("30", busy.header("Retry-After"));
        const auto good = platform.call({.path = "/instances"});
        CPPUNIT_ASSERT_EQUAL(200, good.status);
        same("5", good.header("Retry-After"));
    }
    void fitsMethodAndBeginningOfThePath() {
        const RunningSandbox platform(
            rules(R"({"on":"DELETE /instances/4","answer":{"status":418}})"));
        platform.make();
        CPPUNIT_ASSERT_EQUAL(418, status(platform, {.method = "DELETE", .path = "/instances/4"}));
        CPPUNIT_ASSERT_EQUAL(
            418, status(platform, {.method = "DELETE", .path = "/instances/427902/enabled"}));
        CPPUNIT_ASSERT_EQUAL(404, status(platform, {.method = "DELETE", .path = "/instances/5"}));
        CPPUNIT_ASSERT_EQUAL(200, status(platform, {.path = "/instances/427902"}));
        CPPUNIT_ASSERT_EQUAL(404, status(platform, {.method = "DELETE", .path = "/x/instances/4"}));
    }
    void fitsEveryRequest() {
        const RunningSandbox platform(rules(R"({"answer":{"status":418}})"));
        for (const auto& call : {post(), Call{.path = "/nothing"}, Call{.path = "/hubs/crm/ping"}})
            CPPUNIT_ASSERT_EQUAL(418, status(platform, call));
        const RunningSandbox posts(rules(R"({"on":"POST","answer":{"status":418}})"));
        CPPUNIT_ASSERT_EQUAL(418, status(posts, post()));
        CPPUNIT_ASSERT_EQUAL(418, status(posts, {.method = "POST", .path = "/nothing"}));
        CPPUNIT_ASSERT_EQUAL(200, status(posts, {.path = "/instances"}));
    }
    void usesRulesUp() {
        const RunningSandbox platform(
            rules(R"({"on":"POST","times":2,"answer":{"status":503}},{"times":0,"answer":{}})"));
        CPPUNIT_ASSERT_EQUAL(503, status(platform, post()));
        CPPUNIT_ASSERT_EQUAL(200, status(platform, {.path = "/instances"}));
        CPPUNIT_ASSERT_EQUAL(503, status(platform, post()));
        CPPUNIT_ASSERT_EQUAL(200, status(platform, post()));
    }
    void takesTheFirstRuleThatFits() {
        const RunningSandbox platform(
            rules(R"({"on":"POST","times":1,"answer":{"status":501}},)"
                  R"({"on":"POST /instances","times":1,"answer":{"status":502}},)"
                  R"({"on":"POST","answer":{"status":503}})"));
        for (const int expected : {501, 502, 503, 503})
            CPPUNIT_ASSERT_EQUAL(expected, status(platform, post()));
    }
    void misbehavesBeforeItChecksCredentials() {
        const RunningSandbox platform(rules(R"({"times":1,"answer":{"status":503}})"));
        const Call call{.path = "/instances", .headers = {{"Authorization", "x"}}};
        CPPUNIT_ASSERT_EQUAL(503, status(platform, call));
        CPPUNIT_ASSERT_EQUAL(401, status(platform, call));
    }
    void dropsBeforeActing() {
        const RunningSandbox platform(rules(R"({"on":"POST","drop":"before"})"));
        CPPUNIT_ASSERT_THROW(platform.call(post()), Poco::Net::NoMessageException);
        CPPUNIT_ASSERT_EQUAL(0, platform.count());
    }
    void dropsAfterActing() {
        const RunningSandbox platform(rules(R"({"on":"POST","drop":"after"})"));
        CPPUNIT_ASSERT_THROW(platform.call(post()), Poco::Net::NoMessageException);
        CPPUNIT_ASSERT_EQUAL(1, platform.count());
        CPPUNIT_ASSERT_EQUAL(200, status(platform, {.path = "/instances/427902"}));
    }
    void dropsWithAReset() {
        for (const std::string when : {"before", "after"}) {
            const RunningSandbox platform(
                rules(R"({"on":"POST","drop":")" + when + R"(","reset":true})"));
            CPPUNIT_ASSERT_THROW(platform.call(post()), Poco::Net::ConnectionResetException);
            CPPUNIT_ASSERT_EQUAL(when == "after" ? 1 : 0, platform.count());
        }
        const RunningSandbox orderly(rules(R"({"on":"POST","drop":"before","reset":false})"));
        CPPUNIT_ASSERT_THROW(orderly.call(post()), Poco::Net::NoMessageException);
    }
    // Poco's client takes a body that ends early for a whole one.
    void cutsTheBody() {
        const RunningSandbox platform(rules(R"({"on":"POST","cut":10},{"on":"PATCH","cut":0})"));
        const auto reply = platform.call(post());
        CPPUNIT_ASSERT_EQUAL(200, reply.status);
        same("{\"id\":4279", reply.body);
        CPPUNIT_ASSERT(std::stoi(reply.header("Content-Length")) > 10);
        CPPUNIT_ASSERT_EQUAL(1, platform.count());
        const auto none =
            platform.call({.method = "PATCH", .path = "/instances/427902", .body = "{}"});
        CPPUNIT_ASSERT_EQUAL(200, none.status);
        same("", none.body);
        CPPUNIT_ASSERT(std::stoi(none.header("Content-Length")) > 0);
    }
    void sendsAShortBodyWhole() {
        const RunningSandbox platform(rules(R"({"cut":2})"));
        const auto reply = platform.call({.path = "/instances"});
        same("[]", reply.body);
        same("Keep-Alive", reply.header("Connection"));
    }
    void delaysAndThenActs() {
        const RunningSandbox platform(
            rules(R"({"on":"POST","delay":1},{"on":"GET","delay":1,"answer":{"status":418}})"));
        CPPUNIT_ASSERT_EQUAL(200, status(platform, post()));
        CPPUNIT_ASSERT_EQUAL(418, status(platform, {.path = "/instances"}));
    }
    static std::string made(const RunningSandbox& platform) {
        return tenon::json::write(*platform.counts().find("instancesMade"));
    }
    void actsTwice() {
        const RunningSandbox platform(rules(R"({"on":"POST","times":1,"duplicate":true})"));
        CPPUNIT_ASSERT(*platform.make().find("id") == tenon::Value(427903));
        CPPUNIT_ASSERT_EQUAL(2, platform.count());
        platform.make();
        same("3", made(platform));
        CPPUNIT_ASSERT_EQUAL(200,
                             status(platform, {.method = "DELETE", .path = "/instances/427902"}));
        CPPUNIT_ASSERT_EQUAL(2, platform.count());
        same("3", made(platform));
    }
    void answersAndActsLater() {
        const RunningSandbox platform(
            rules(R"({"on":"POST","times":1,"late":1},{"on":"POST","times":1,"late":3600000,)"
                  R"("answer":{"status":502}})"));
        const auto reply = platform.call(post());
        CPPUNIT_ASSERT_EQUAL(504, reply.status);
        same("Gateway Timeout", reply.message());
        while (made(platform) == "0") continue;
        CPPUNIT_ASSERT_EQUAL(502, status(platform, post()));
        same("1", made(platform));
    }
    void listsANewInstanceLater() {
        const std::string tagged = R"(,"tags":["t"])";
        const RunningSandbox late(R"({"firstId":427902,"tagDelay":3600000})");
        late.make("A", tagged);
        CPPUNIT_ASSERT_EQUAL(0, late.count());
        same("[]", late.call({.path = "/instances?tags%5B%5D=t"}).body);
        CPPUNIT_ASSERT_EQUAL(200, status(late, {.path = "/instances/427902"}));
        const RunningSandbox soon(R"({"firstId":427902,"tagDelay":1})");
        soon.make("A", tagged);
        while (soon.call({.path = "/instances?tags%5B%5D=t"}).body == "[]") continue;
        CPPUNIT_ASSERT_EQUAL(1, soon.count());
    }
    void hidesTokensInLists() {
        const RunningSandbox platform(R"({"firstId":427902,"hideTokens":true})");
        const auto token = *platform.make().find("token");
        const auto list = platform.call({.path = "/instances"}).json();
        same("********", *list.array()->front().find("token")->string());
        CPPUNIT_ASSERT(token == *platform.call({.path = "/instances/427902"}).json().find("token"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(FaultsTest);
