// SPDX-License-Identifier: Apache-2.0
// `call: http`: the request that goes out.
#include <cppunit/extensions/HelperMacros.h>

#include "fakes/fake_world.h"

using fakes::FakeWorld;

class HttpRequestTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(HttpRequestTest);
    CPPUNIT_TEST(writesTheMethodInCapitals);
    CPPUNIT_TEST(fillsTheEndpointFromTheInput);
    CPPUNIT_TEST(encodesWhatItPutsIntoTheEndpoint);
    CPPUNIT_TEST(expandsNothingThatAnExpressionGave);
    CPPUNIT_TEST(takesTheEndpointAsAnObject);
    CPPUNIT_TEST(buildsTheQuery);
    CPPUNIT_TEST(encodesTheQuery);
    CPPUNIT_TEST(buildsTheHeaders);
    CPPUNIT_TEST(sendsTextsAsTextAndAllElseAsJson);
    CPPUNIT_TEST(leavesAContentTypeThatIsGiven);
    CPPUNIT_TEST(saysWhichPartDoesNotFit);
    CPPUNIT_TEST(followsNoRedirectByItself);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // What was sent, as lines; or the error, if nothing was. `with`: in YAML's flow style.
    static std::string sent(const std::string& with, const std::string& input = "null") {
        FakeWorld world;
        const auto outcome =
            world.given(input).outcome("  - a: {call: http, with: {" + with + "}}\n");
        if (world.http.requests.empty()) return outcome;
        const auto& request = world.http.requests.front();
        std::string out = request.method + " " + request.url + "\n";
        for (const auto& header : request.headers) out += header.name + ": " + header.value + "\n";
        return out + request.body;
    }

    void writesTheMethodInCapitals() {
        same("GET https://h/\n", sent("method: get, endpoint: 'https://h/'"));
        same("PATCH https://h/\n",
             sent("method: '${ .m }', endpoint: 'https://h/'", R"({"m":"pAtch"})"));
    }
    void fillsTheEndpointFromTheInput() {
        const char* input = R"({"id":9007199254740993,"name":"x","pet.id":true,"w":1.5})";
        same("GET https://h/pets/9007199254740993/x?ok=true&w=1.5\n",
             sent("method: get, endpoint: 'https://h/pets/{id}/{name}?ok={pet.id}&w={w}'", input));
    }
    void encodesWhatItPutsIntoTheEndpoint() {
        same("GET https://h/a%2Fb%3Fc%3Dd%26%23%25%20%C3%BC..~-_\n",
             sent("method: get, endpoint: 'https://h/{x}'", R"({"x":"a/b?c=d&#% ü..~-_"})"));
    }
    // Else who writes the data would choose what of the input goes out.
    void expandsNothingThatAnExpressionGave() {
        const char* input = R"({"url":"https://h/{token}","token":"t0ken"})";
        same("GET https://h/{token}\n", sent("method: get, endpoint: '${ .url }'", input));
        same("GET https://h/{token}\n", sent("method: get, endpoint: {uri: '${ .url }'}", input));
        same("GET https://h/%7Btoken%7D\n",
             sent("method: get, endpoint: 'https://h/{x}'", R"({"x":"{token}","token":"t"})"));
    }
    void takesTheEndpointAsAnObject() {
        same("GET https://h/7\n",
             sent("method: get, endpoint: {uri: 'https://h/{id}'}", R"({"id":7})"));
        same("GET https://h/\n", sent("method: get, endpoint: '${ {uri: \"https://h/\"} }'"));
    }
    void buildsTheQuery() {
        same("GET https://h/?a=1&b=x&b=2.5&b=true&d=\n",
             sent("method: get, endpoint: 'https://h/', query: {a: 1, b: [x, 2.5, true], c: null, "
                  "d: '', e: []}"));
        same("GET https://h/?x=1&a=2\n",
             sent("method: get, endpoint: 'https://h/?x=1', query: {a: 2}"));
        same("GET https://h/?n=9007199254740993\n",
             sent("method: get, endpoint: 'https://h/', query: '${ . }'",
                  R"({"n":9007199254740993})"));
    }
    void encodesTheQuery() {
        same("GET https://h/?a%20b%26=c%3D%2B%26%25%2F%3F%23%C3%BC\n",
             sent("method: get, endpoint: 'https://h/', query: {'a b&': 'c=+&%/?#ü'}"));
    }
    void buildsTheHeaders() {
        same("GET https://h/\nX-Text: a b\nX-Number: 12\nX-Flag: false\n",
             sent("method: get, endpoint: 'https://h/', headers: {X-Text: a b, X-Number: 12, "
                  "X-Flag: false}"));
        same("GET https://h/\nX: 1\n",
             sent("method: get, endpoint: 'https://h/', headers: '${ {X: \"1\"} }'"));
    }
    void sendsTextsAsTextAndAllElseAsJson() {
        const auto body = [](const std::string& text) {
            return sent("method: post, endpoint: 'https://h/', body: " + text);
        };
        same("POST https://h/\nContent-Type: text/plain\nhello", body("hello"));
        same("POST https://h/\nContent-Type: application/json\n{\"a\":[1,\"x\",null]}",
             body("{a: [1, x, null]}"));
        same("POST https://h/\nContent-Type: application/json\n12", body("12"));
        same("POST https://h/\nContent-Type: application/json\nfalse", body("false"));
        same("POST https://h/\n", body("null"));
        same("POST https://h/\nContent-Type: application/json\n{\"id\":9007199254740993}",
             sent("method: post, endpoint: 'https://h/', body: '${ . }'",
                  R"({"id":9007199254740993})"));
    }
    void leavesAContentTypeThatIsGiven() {
        same("POST https://h/\ncontent-type: text/csv\na,b",
             sent("method: post, endpoint: 'https://h/', headers: {content-type: text/csv}, body: "
                  "'a,b'"));
    }
    void saysWhichPartDoesNotFit() {
        const char* input = R"({"list":[1],"none":null})";
        const auto wrong = [&](const std::string& with) { return sent(with, input); };
        same("/do/0/a: In with/method: wanted a string, a number or a boolean, found an array",
             wrong("method: '${ .list }', endpoint: 'https://h/'"));
        same(
            "/do/0/a: In with/endpoint: {list} takes a string, a number or a boolean; \"list\" of "
            "the task's input is an array.",
            wrong("method: get, endpoint: 'https://h/{list}'"));
        same("/do/0/a: In with/endpoint: wanted a string, a number or a boolean, found null",
             wrong("method: get, endpoint: '${ .none }'"));
        same("/do/0/a: In with/query: wanted an object, found an array",
             wrong("method: get, endpoint: 'https://h/', query: '${ .list }'"));
        same("/do/0/a: In with/query/q: wanted a string, a number or a boolean, found an object",
             wrong("method: get, endpoint: 'https://h/', query: {q: {a: 1}}"));
        same("/do/0/a: In with/query/q: wanted a string, a number or a boolean, found null",
             wrong("method: get, endpoint: 'https://h/', query: {q: [null]}"));
        same("/do/0/a: In with/headers: wanted an object, found null",
             wrong("method: get, endpoint: 'https://h/', headers: '${ .none }'"));
        same("/do/0/a: In with/headers/X: wanted a string, a number or a boolean, found null",
             wrong("method: get, endpoint: 'https://h/', headers: {X: '${ .none }'}"));
    }
    void followsNoRedirectByItself() {
        FakeWorld world;
        world.outcome(
            "  - a: {call: http, with: {method: get, endpoint: 'https://h/', redirect: true}}\n");
        CPPUNIT_ASSERT(!world.http.requests.at(0).followRedirects);
        CPPUNIT_ASSERT(!world.http.requests.at(0).idempotent);
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(HttpRequestTest);
