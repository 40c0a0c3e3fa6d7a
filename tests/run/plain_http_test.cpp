// SPDX-License-Identifier: Apache-2.0
// No secret goes over a network in the clear unless the user says so by the host's name; and what
// was sent as a secret does not come back in an error.
#include <cppunit/extensions/HelperMacros.h>

#include "fakes/fake_world.h"

using fakes::FakeWorld;

class PlainHttpTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(PlainHttpTest);
    CPPUNIT_TEST(refusesASecretInEveryPartOfTheRequest);
    CPPUNIT_TEST(refusesASecretThatTheInputPutsIntoTheEndpoint);
    CPPUNIT_TEST(refusesItHoweverTheUrlIsWritten);
    CPPUNIT_TEST(saysTheHostAndWhatToDo);
    CPPUNIT_TEST(sendsItOverHttps);
    CPPUNIT_TEST(sendsItToThisMachine);
    CPPUNIT_TEST(sendsItWhereTheUserAllowsIt);
    CPPUNIT_TEST(sendsWhatIsNoSecret);
    CPPUNIT_TEST(masksWhatComesBack);
    CPPUNIT_TEST(masksWhatWasMadeOfSecrets);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    struct Outcome {
        std::size_t sent;
        std::string text;
    };
    static Outcome call(const std::string& with, const std::string& more = "",
                        std::vector<std::string> allowed = {}) {
        FakeWorld world;
        world.secrets.given = {{"key", "s3cret"}, {"user", "ulrich"}, {"url", "http://h/"}};
        world.options.plainHttpHosts = std::move(allowed);
        auto text =
            world.outcome("  - a: {call: http, with: {method: get, " + with + "}" + more + "}\n",
                          "use: {secrets: [key, user, url]}\n");
        return {world.http.requests.size(), std::move(text)};
    }
    static void refused(const std::string& with, const std::string& more = "") {
        const auto outcome = call(with, more);
        CPPUNIT_ASSERT_EQUAL_MESSAGE(with, std::size_t(0), outcome.sent);
        CPPUNIT_ASSERT_MESSAGE(
            outcome.text,
            outcome.text.starts_with("/do/0/a: In with/endpoint: a secret would go to "));
    }
    static void sent(const std::string& with, std::vector<std::string> allowed = {}) {
        CPPUNIT_ASSERT_EQUAL_MESSAGE(with, std::size_t(1), call(with, "", std::move(allowed)).sent);
    }
    static std::string withKey(const std::string& url) {
        return "endpoint: '" + url + "', headers: {K: '${ $secrets.key }'}";
    }

    void refusesASecretInEveryPartOfTheRequest() {
        refused("endpoint: 'http://h/', headers: {K: '${ $secrets.key }'}");
        refused("endpoint: 'http://h/', query: {k: ['${ $secrets.key }']}");
        refused("endpoint: 'http://h/', body: {k: '${ \"a \\($secrets.key)\" }'}");
        refused("endpoint: 'http://h/', body: '${ [$secrets.key] }'");
        refused("endpoint: '${ \"http://h/\" + $secrets.key }'");
        refused("endpoint: {uri: '${ $secrets.url }'}");
    }
    void refusesASecretThatTheInputPutsIntoTheEndpoint() {
        const std::string from = ", input: {from: {key: '${ $secrets.key }', id: 7}}";
        refused("endpoint: 'http://h/{key}'", from);
        CPPUNIT_ASSERT_EQUAL(std::size_t(1), call("endpoint: 'http://h/{id}'", from).sent);
    }
    void refusesItHoweverTheUrlIsWritten() {
        for (const char* url :
             {"HTTP://h/", "Http://h/", "http://h/%zz", "http://h:80a/", "http://localhost@h/",
              "http://127.0.0.1:80@h/", "http://127.0.0.1.h/", "http://h#@127.0.0.1/",
              "http://h?127.0.0.1", "http://", "http://[::2]/"})
            refused(withKey(url));
    }
    void saysTheHostAndWhatToDo() {
        same(
            "/do/0/a: In with/endpoint: a secret would go to intranet.example over plain http, "
            "where the network can read it. Nothing was sent. Use https, or allow plain http to "
            "intranet.example by name.",
            call(withKey("http://Intranet.example:8080/x")).text);
    }
    void sendsItOverHttps() {
        sent(withKey("https://h/"));
        sent(withKey("HTTPS://h/"));
    }
    void sendsItToThisMachine() {
        for (const char* url : {"http://localhost/", "http://127.0.0.1:8080/", "http://127.1.2.3/",
                                "http://[::1]:80/x", "http://LOCALHOST/"})
            sent(withKey(url));
    }
    void sendsItWhereTheUserAllowsIt() {
        sent(withKey("http://h:8080/x"), {"other", "h"});
        sent(withKey("http://H/"), {"h"});
        sent(withKey("http://[fd00::1]/"), {"fd00::1"});
        CPPUNIT_ASSERT_EQUAL(std::size_t(0), call(withKey("http://sub.h/"), "", {"h"}).sent);
    }
    void sendsWhatIsNoSecret() { sent("endpoint: 'http://h/', headers: {K: open}"); }

    void masksWhatComesBack() {
        FakeWorld world;
        world.secrets.given = {{"key", "s3cret/1"}};
        world.http.answer(tenon::HttpResponse{401, "", {}, "no: s3cret/1, s3cret%2F1", false});
        world.outcome(
            "  - a: {call: http, with: {method: get, endpoint: 'https://h/{k}'}, "
            "input: {from: {k: '${ $secrets.key }'}}}\n",
            "use: {secrets: [key]}\n");
        same("GET https://h/******** was answered with 401: no: ********, ********",
             world.observer.events.back().error.detail);
    }
    void masksWhatWasMadeOfSecrets() {
        FakeWorld world;
        world.secrets.given = {{"key", "s3cret"}, {"user", "ulrich"}};
        world.http.answer(
            tenon::HttpResponse{401, "", {}, "no: Basic dWxyaWNoOnMzY3JldA==, s3cr", false});
        world.outcome(R"y(
  - a:
      call: http
      with:
        method: post
        endpoint: https://h/
        headers: {Authorization: '${ "Basic " + ("\($secrets.user):\($secrets.key)" | @base64) }'}
        body: {part: '${ $secrets.key[0:4] }'}
)y",
                      "use: {secrets: [key, user]}\n");
        same("POST https://h/ was answered with 401: no: ********, ********",
             world.observer.events.back().error.detail);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(PlainHttpTest);
