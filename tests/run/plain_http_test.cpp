// SPDX-License-Identifier: Apache-2.0
// A request knows whether a secret is in it (whether it may go over plain http, the client
// decides); and what was sent as a secret does not come back in an error.
#include <cppunit/extensions/HelperMacros.h>

#include "fakes/fake_world.h"

using fakes::FakeWorld;

class PlainHttpTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(PlainHttpTest);
    CPPUNIT_TEST(knowsASecretInEveryPartOfTheRequest);
    CPPUNIT_TEST(knowsASecretThatTheInputPutsIntoTheEndpoint);
    CPPUNIT_TEST(knowsWhatIsNoSecret);
    CPPUNIT_TEST(masksWhatComesBack);
    CPPUNIT_TEST(masksWhatWasMadeOfSecrets);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // Does the request say that a secret is in it?
    static bool secret(const std::string& with, const std::string& more = "") {
        FakeWorld world;
        world.secrets.given = {{"key", "s3cret"}, {"user", "ulrich"}, {"url", "http://h/"}};
        world.outcome("  - a: {call: http, with: {method: get, " + with + "}" + more + "}\n",
                      "use: {secrets: [key, user, url]}\n");
        CPPUNIT_ASSERT_EQUAL_MESSAGE(with, std::size_t(1), world.http.requests.size());
        return world.http.requests[0].secret;
    }

    void knowsASecretInEveryPartOfTheRequest() {
        for (const std::string with :
             {"endpoint: 'http://h/', headers: {K: '${ $secrets.key }'}",
              "endpoint: 'http://h/', query: {k: ['${ $secrets.key }']}",
              "endpoint: 'http://h/', body: {k: '${ \"a \\($secrets.key)\" }'}",
              "endpoint: 'http://h/', body: '${ [$secrets.key] }'",
              "endpoint: 'http://h/', body: '${ {($secrets.key | ascii_downcase): 1} }'",
              "endpoint: '${ \"http://h/\" + $secrets.key }'",
              "endpoint: {uri: '${ $secrets.url }'}",
              "endpoint: {uri: 'http://h/', authentication: {bearer: {token: '${ .t }'}}}"})
            CPPUNIT_ASSERT_MESSAGE(with, secret(with, ", input: {from: {t: open}}"));
    }
    void knowsASecretThatTheInputPutsIntoTheEndpoint() {
        const std::string from = ", input: {from: {key: '${ $secrets.key }', id: 7}}";
        CPPUNIT_ASSERT(secret("endpoint: 'http://h/{key}'", from));
        CPPUNIT_ASSERT(!secret("endpoint: 'http://h/{id}'", from));
    }
    void knowsWhatIsNoSecret() {
        CPPUNIT_ASSERT(!secret("endpoint: 'http://h/', headers: {K: open}"));
    }

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
