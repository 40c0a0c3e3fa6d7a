// SPDX-License-Identifier: Apache-2.0
// A secret in whatever part of an operation's request stays off the network in the clear.
#include <cppunit/extensions/HelperMacros.h>

#include "call_world.h"

namespace {

using calls::CallWorld;
using calls::jsonAnswer;
using calls::WebServer;

class OpenApiPlainHttpTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(OpenApiPlainHttpTest);
    CPPUNIT_TEST(refusesASecretInEveryPartOfTheRequest);
    CPPUNIT_TEST(sendsItToThisMachine);
    CPPUNIT_TEST_SUITE_END();

    // One operation, "a", to the host; a parameter of each place, and a body.
    static std::string document(const std::string& version) {
        const std::string v2 = R"({"swagger":"2.0","host":"h.example","schemes":["http"],"paths":{
            "/a/{p}":{"post":{"operationId":"a","parameters":[
                {"name":"p","in":"path","type":"string","required":true},
                {"name":"q","in":"query","type":"string"},
                {"name":"X","in":"header","type":"string"},
                {"name":"body","in":"body","schema":{}}]}},
            "/f":{"post":{"operationId":"f","consumes":["application/x-www-form-urlencoded"],
                "parameters":[{"name":"f","in":"formData","type":"string"}]}}}})";
        const std::string v3 =
            R"({"openapi":"3.0.0","servers":[{"url":"http://h.example"}],"paths":{
            "/a/{p}":{"post":{"operationId":"a","parameters":[
                {"name":"p","in":"path","required":true,"schema":{"type":"string"}},
                {"name":"q","in":"query","schema":{}},
                {"name":"X","in":"header","schema":{"type":"string"}},
                {"name":"c","in":"cookie","schema":{"type":"string"}}],
                "requestBody":{"content":{"application/json":{"schema":{}}}}}}}})";
        return jsonAnswer(version == "2" ? v2 : v3);
    }
    static std::string outcome(const std::string& version, const std::string& operation,
                               const std::string& parameters) {
        WebServer server([&](const std::string&) { return document(version); });
        CallWorld world;
        world.secrets.given = {{"key", "s3cretWord"}};
        return world.run("  - a: {call: openapi, with: {document: {endpoint: '" + server.url() +
                             "/d'}, operationId: " + operation + ", parameters: " + parameters +
                             "}}\n",
                         "use: {secrets: [key]}\n");
    }

    void refusesASecretInEveryPartOfTheRequest() {
        const std::string secret = "'${ $secrets.key }'";
        const std::string made = "'${ \"u:\" + $secrets.key | @base64 }'";
        const std::string key = "'${ {($secrets.key | ascii_downcase): 1} }'";
        const std::vector<std::pair<std::string, std::string>> both{
            {"a", "{p: " + secret + "}"},
            {"a", "{p: " + made + "}"},
            {"a", "{p: 1, q: " + secret + "}"},
            {"a", "{p: 1, X: " + secret + "}"},
            {"a", "{p: 1, X: " + made + "}"},
            {"a", "{p: 1, body: " + secret + "}"},
            {"a", "{p: 1, body: {k: [" + secret + "]}}"},
            {"a", "{p: 1, body: " + key + "}"},
            {"a", "{p: 1, body: {k: [" + key + "]}}"},
            {"a", "'${ {p: 1, q: $secrets.key} }'"}};
        for (const std::string version : {"2", "3"}) {
            auto rows = both;
            if (version == "2") rows.push_back({"f", "{f: " + secret + "}"});
            if (version == "3") rows.push_back({"a", "{p: 1, c: " + secret + "}"});
            if (version == "3") rows.push_back({"a", "{p: 1, q: " + key + "}"});
            for (const auto& [operation, parameters] : rows)
                CPPUNIT_ASSERT_EQUAL_MESSAGE(
                    version + " " + parameters,
                    std::string("configuration 400, request refused: request: a secret would go "
                                "to h.example over plain http, where the network can read it; use "
                                "https, or allow plain http to h.example by name. Nothing was "
                                "sent."),
                    outcome(version, operation, parameters));
        }
    }
    void sendsItToThisMachine() {
        WebServer server([&](const std::string& request) {
            return request.starts_with("GET /d ")
                       ? jsonAnswer(R"({"openapi":"3.0.0","paths":{"/a":{"get":{"operationId":"a",
                           "parameters":[{"name":"q","in":"query","schema":{}}]}}}})")
                       : jsonAnswer("7");
        });
        CallWorld world;
        world.secrets.given = {{"key", "s3cretWord"}};
        CPPUNIT_ASSERT_EQUAL(
            std::string("7"),
            world.run("  - a: {call: openapi, with: {document: {endpoint: '" + server.url() +
                          "/d'}, operationId: a, parameters: {q: '${ $secrets.key }'}}}\n",
                      "use: {secrets: [key]}\n"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(OpenApiPlainHttpTest);

}  // namespace
