// SPDX-License-Identifier: Apache-2.0
// Access tokens of a run: fetched once, kept while they are young, and taken anew when they are
// refused.
#include <cppunit/extensions/HelperMacros.h>

#include "call_world.h"

namespace {

using calls::answer;
using calls::CallWorld;
using calls::headerOf;
using calls::jsonAnswer;
using calls::WebServer;

// Set by the test, read by the server's threads.
template <class T>
class Told {
  public:
    void operator=(T value) {
        const std::scoped_lock lock(mutex_);
        value_ = std::move(value);
    }
    [[nodiscard]] T now() const {
        const std::scoped_lock lock(mutex_);
        return value_;
    }

  private:
    mutable std::mutex mutex_;
    T value_{};
};

// An authorization server that gives t1, t2, … and a resource that accepts what the test says.
class Platform {
    // Before the server, whose threads use them.
    std::mutex mutex_;
    int life_;
    int given_ = 0;

  public:
    explicit Platform(int life = 3600) : life_(life) {}

    Told<std::function<bool(const std::string& token)>> accepts;  // unset: every one
    Told<std::string> refusal;  // what the authorization server says instead

    WebServer server{[this](const std::string& request) {
        const std::scoped_lock lock(mutex_);
        if (request.find("/oauth2/token ") != std::string::npos) {
            if (auto text = refusal.now(); !text.empty()) return text;
            return jsonAnswer("{\"access_token\":\"t" + std::to_string(++given_) +
                              "\",\"expires_in\":" + std::to_string(life_) + "}");
        }
        const auto token = headerOf(request, "Authorization");
        const auto judge = accepts.now();
        return !judge || judge(token) ? jsonAnswer("1") : answer("401 Unauthorized", "");
    }};

    [[nodiscard]] std::string use() const {
        return "use:\n  authentications:\n    mine:\n      oauth2:\n        authority: '" +
               server.url() +
               "'\n        grant: client_credentials\n"
               "        client: {id: me, secret: pass word}\n";
    }
    [[nodiscard]] std::string call(const std::string& name, const std::string& method = "get",
                                   const std::string& more = "") const {
        return "  - " + name + ": {call: http, with: {method: " + method + ", endpoint: {uri: '" +
               server.url() + "/" + name + "', authentication: {use: mine}}}" + more + "}\n";
    }
};

class TokenTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(TokenTest);
    CPPUNIT_TEST(isFetchedOnceForAllTasks);
    CPPUNIT_TEST(isFetchedOnceForAllBranches);
    CPPUNIT_TEST(isFetchedAnewWhenItIsOld);
    CPPUNIT_TEST(isFetchedAnewWhenTheResourceRefusesIt);
    CPPUNIT_TEST(isNotAskedForTwiceWhenANewOneIsRefused);
    CPPUNIT_TEST(doesNotRepeatWhatIsNotSafeToRepeat);
    CPPUNIT_TEST(isAnotherForAnotherClient);
    CPPUNIT_TEST(isKnownToExpressions);
    CPPUNIT_TEST(isNotFetchedForAnAnswerOnRecord);
    CPPUNIT_TEST(tellsWhichClientWasRefused);
    CPPUNIT_TEST(tellsThatTheAuthorizationServerIsNotThere);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    void isFetchedOnceForAllTasks() {
        Platform platform;
        CallWorld world;
        same("1", world.run(platform.call("a") + platform.call("b", "post"), platform.use()));
        same("POST /oauth2/token\nGET /a Bearer t1\nPOST /b Bearer t1\n", platform.server.seen());
        same("POST /oauth2/token HTTP/1.1\r\n",
             platform.server.script().requests().front().substr(0, 29));
    }

    void isFetchedOnceForAllBranches() {
        Platform platform;
        CallWorld world;
        std::string branches;
        for (const auto* name : {"a", "b", "c", "d", "e", "f", "g", "h"})
            branches += "        " + platform.call(name);
        same("[1,1,1,1,1,1,1,1]",
             world.run("  - all:\n      fork:\n        branches:\n" + branches, platform.use()));
        CPPUNIT_ASSERT_EQUAL(1, platform.server.script().count("POST /oauth2/token"));
        CPPUNIT_ASSERT_EQUAL(8, platform.server.script().count("GET "));
    }

    void isFetchedAnewWhenItIsOld() {
        Platform platform(1);
        CallWorld world;
        platform.accepts = [&](const std::string&) {
            world.clock.pass(std::chrono::seconds(1));
            return true;
        };
        same("1", world.run(platform.call("a") + platform.call("b"), platform.use()));
        same("POST /oauth2/token\nGET /a Bearer t1\nPOST /oauth2/token\nGET /b Bearer t2\n",
             platform.server.seen());
    }

    void isFetchedAnewWhenTheResourceRefusesIt() {
        Platform platform;
        CallWorld world;
        int count = 0;
        platform.accepts = [&](const std::string& token) {
            return ++count == 1 || token == "Bearer t2";
        };
        same("1", world.run(platform.call("a") + platform.call("b") + platform.call("c"),
                            platform.use()));
        same(
            "POST /oauth2/token\nGET /a Bearer t1\nGET /b Bearer t1\nPOST /oauth2/token\n"
            "GET /b Bearer t2\nGET /c Bearer t2\n",
            platform.server.seen());
    }

    void isNotAskedForTwiceWhenANewOneIsRefused() {
        Platform platform;
        CallWorld world;
        platform.accepts = [](const std::string&) { return false; };
        same(
            "authentication 401, HTTP status 401: GET http://localhost:PORT/a was answered with "
            "401 Unauthorized.",
            world.run(platform.call("a"), platform.use()));
        same("POST /oauth2/token\nGET /a Bearer t1\n", platform.server.seen());
    }

    void doesNotRepeatWhatIsNotSafeToRepeat() {
        Platform platform;
        CallWorld world;
        int count = 0;
        platform.accepts = [&](const std::string&) { return ++count == 1; };
        same(
            "authentication 401, HTTP status 401: POST http://localhost:PORT/b was answered with "
            "401 Unauthorized.",
            world.run(platform.call("a") + platform.call("b", "post"), platform.use()));
        same("POST /oauth2/token\nGET /a Bearer t1\nPOST /b Bearer t1\n", platform.server.seen());
    }

    void isAnotherForAnotherClient() {
        Platform platform;
        CallWorld world;
        const std::string other =
            "  - b: {call: http, with: {method: get, endpoint: {uri: '" + platform.server.url() +
            "/b', authentication: {oauth2: {authority: '" + platform.server.url() +
            "', grant: client_credentials, client: {id: you, secret: s}}}}}}\n";
        same("1", world.run(platform.call("a") + other, platform.use()));
        same("POST /oauth2/token\nGET /a Bearer t1\nPOST /oauth2/token\nGET /b Bearer t2\n",
             platform.server.seen());
    }

    void isKnownToExpressions() {
        Platform platform;
        CallWorld world;
        const std::string url = platform.server.url();
        same(R"({"scheme":"Bearer","parameter":"********"})",
             world.run("  - a:\n      call: http\n      with:\n        method: get\n"
                       "        endpoint: {uri: '" +
                           url + "/a', authentication: mine}\n" +
                           "        headers: {X: '${ $authorization.parameter }'}\n"
                           "      output: {as: '${ $authorization }'}\n",
                       platform.use()));
        same("t1", headerOf(platform.server.script().requests().back(), "X"));
    }

    void isNotFetchedForAnAnswerOnRecord() {
        Platform platform;
        CallWorld world;
        fakes::FakeJournal journal;
        world.journal = &journal;
        same("1", world.run(platform.call("a"), platform.use()));
        same("1", world.run(platform.call("a"), platform.use()));
        same("POST /oauth2/token\nGET /a Bearer t1\n", platform.server.seen());
    }

    void tellsWhichClientWasRefused() {
        Platform platform;
        CallWorld world;
        platform.refusal = answer("401 Unauthorized",
                                  R"({"error":"invalid_client","error_description":"pass word?"})");
        same(
            "authentication 401, token refused: http://localhost:PORT/oauth2/token gave the "
            "client \"me\" no access token (401 Unauthorized, invalid_client: ********?). The "
            "call itself was not sent.",
            world.run(platform.call("a"), platform.use()));
        same("POST /oauth2/token\n", platform.server.seen());
    }

    void tellsThatTheAuthorizationServerIsNotThere() {
        CallWorld world;
        std::string gone;
        {
            WebServer server([](const std::string&) { return std::string(); });
            gone = "http://127.0.0.1:" + std::to_string(server.script().port());
        }
        same(
            "communication 500, retryable, connect: There is no access token. POST "
            "http://127.0.0.1:PORT/oauth2/token: no connection to 127.0.0.1:PORT (Connection "
            "refused). The call itself was not sent.",
            world.run("  - a: {call: http, with: {method: get, endpoint: {uri: '" + gone +
                      "/', authentication: {oauth2: {authority: '" + gone +
                      "', grant: client_credentials, client: {id: me, secret: s}}}}}}\n"));
        same(
            "configuration 400, request refused: There is no access token. request: a secret would "
            "go to h.example over plain http, where the network can read it; use https, or allow "
            "plain http to h.example by name. Nothing was sent. The call itself was not sent.",
            world.run("  - a: {call: http, with: {method: get, endpoint: {uri: '" + gone +
                      "/', authentication: {oauth2: {authority: 'http://h.example', grant: "
                      "client_credentials, client: {id: me, secret: s}}}}}}\n"));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(TokenTest);

}  // namespace
