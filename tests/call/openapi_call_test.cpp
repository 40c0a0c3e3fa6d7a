// SPDX-License-Identifier: Apache-2.0
// `call: openapi` from the manifest to the server and back.
#include <cppunit/extensions/HelperMacros.h>

#include "call_world.h"

namespace {

using calls::answer;
using calls::CallWorld;
using calls::headerOf;
using calls::jsonAnswer;
using calls::WebServer;

// A pet store that describes itself, in JSON and in YAML.
std::string petstore(const std::string& request) {
    if (request.starts_with("GET /v2/swagger.json "))
        return jsonAnswer(R"({"swagger":"2.0","basePath":"/v2","paths":{
            "/pet/findByStatus":{"get":{"operationId":"findPetsByStatus","parameters":[
                {"name":"status","in":"query","required":true,"collectionFormat":"multi"}]}},
            "/pet/{petId}":{"get":{"operationId":"getPetById","parameters":[
                {"name":"petId","in":"path","required":true}]}},
            "/pet":{"post":{"operationId":"addPet","parameters":[
                {"name":"pet","in":"body","required":true}]}}}})");
    if (request.starts_with("GET /v3/openapi.yaml "))
        return answer("200 OK",
                      "openapi: 3.0.0\nservers: [{url: .}]\npaths:\n  /pet:\n    post:\n"
                      "      operationId: addPet\n      requestBody:\n        required: true\n"
                      "        content: {application/json: {}}\n      responses:\n"
                      "        200: {description: done}\n");
    if (request.starts_with("GET /v2/pet/findByStatus?"))
        return jsonAnswer(R"([{"id":1},{"id":2}])");
    if (request.starts_with("GET /v2/pet/1 ")) return jsonAnswer(R"({"id":1,"name":"Rex"})");
    if (request.starts_with("POST "))
        return jsonAnswer(request.substr(request.find("\r\n\r\n") + 4));
    return answer("404 Not Found", "");
}

class OpenApiCallTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(OpenApiCallTest);
    CPPUNIT_TEST(callsAnOperation);
    CPPUNIT_TEST(givesTheWholeResponse);
    CPPUNIT_TEST(readsYaml);
    CPPUNIT_TEST(fetchesADocumentOnce);
    CPPUNIT_TEST(asksNobodyForWhatIsOnRecord);
    CPPUNIT_TEST(authorizesTheCallAndTheDocument);
    CPPUNIT_TEST(fetchesADocumentForEachAuthorization);
    CPPUNIT_TEST(fetchesADocumentWithHeaders);
    CPPUNIT_TEST(saysThatThereIsNoDocument);
    CPPUNIT_TEST(refusesToSendSecretsInTheClear);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string call(const WebServer& server, const std::string& operation,
                            const std::string& parameters, const std::string& more = "",
                            const std::string& document = "/v2/swagger.json") {
        return "  - " + operation + ": {call: openapi, with: {document: {endpoint: '" +
               server.url() + document + "'}, operationId: " + operation +
               ", parameters: " + parameters + more + "}}\n";
    }

    void callsAnOperation() {
        WebServer server(petstore);
        CallWorld world;
        world.given(R"({"status":["a","b"]})");
        same(R"([{"id":1},{"id":2}])",
             world.run(call(server, "findPetsByStatus", "{status: '${ .status }'}")));
        same(R"({"x":["y"]})", world.run(call(server, "addPet", "'${ {pet: {x: [\"y\"]}} }'")));
        same(
            "communication 404, HTTP status 404: GET http://localhost:PORT/v2/pet/7 was answered "
            "with 404 Not Found.",
            world.run(call(server, "getPetById", "{petId: 7}")));
    }

    void givesTheWholeResponse() {
        WebServer server(petstore);
        CallWorld world;
        same(R"({"request":{"method":"GET","uri":"http://localhost:PORT/v2/pet/1","headers":{}},)"
             R"("statusCode":200,"headers":{"connection":"close","content-length":"21",)"
             R"("content-type":"application/json"},"content":{"id":1,"name":"Rex"}})",
             world.run(call(server, "getPetById", "{petId: 1}", ", output: response")));
    }

    void readsYaml() {
        WebServer server(petstore);
        CallWorld world;
        world.given(R"({"v":"v3"})");
        same(R"({"a":1})",
             world.run(call(server, "addPet", "{body: {a: 1}}", "", "/{v}/openapi.yaml")));
        same("GET /v3/openapi.yaml\nPOST /v3/pet application/json\n", server.seen("Content-Type"));
    }

    void fetchesADocumentOnce() {
        WebServer server(petstore);
        CallWorld world;
        const auto pet = call(server, "getPetById", "{petId: 1}");
        same(R"({"id":1,"name":"Rex"})", world.run(pet + call(server, "addPet", "{pet: 1}") +
                                                   "  - again:" + pet.substr(pet.find(':') + 1)));
        same("GET /v2/swagger.json\nGET /v2/pet/1\nPOST /v2/pet\nGET /v2/pet/1\n", server.seen());
    }

    void asksNobodyForWhatIsOnRecord() {
        WebServer server(petstore);
        CallWorld world;
        fakes::FakeJournal journal;
        world.journal = &journal;
        const auto pet = call(server, "getPetById", "{petId: 1}");
        same(R"({"id":1,"name":"Rex"})", world.run(pet));
        const auto added = call(server, "addPet", "{pet: 1}");
        same("1", world.run(pet + added));
        same("GET /v2/swagger.json\nGET /v2/pet/1\nPOST /v2/pet\n", server.seen());
    }

    void authorizesTheCallAndTheDocument() {
        WebServer server(petstore);
        CallWorld world;
        same(R"({"scheme":"Bearer","parameter":"********"})",
             world.run("  - a:\n      call: openapi\n      with:\n        document:\n"
                       "          name: pets\n          endpoint: {uri: '" +
                       server.url() +
                       "/v2/swagger.json', authentication: {bearer: {token: doc1}}}\n"
                       "        operationId: getPetById\n        parameters: {petId: 1}\n"
                       "        authentication: {bearer: {token: call}}\n"
                       "      output: {as: '${ $authorization }'}\n"));
        same("GET /v2/swagger.json Bearer doc1\nGET /v2/pet/1 Bearer call\n", server.seen());
    }

    // What one task's credentials opened is not another's.
    void fetchesADocumentForEachAuthorization() {
        WebServer server(petstore);
        CallWorld world;
        const auto task = [&](const std::string& name, const std::string& authentication) {
            return "  - " + name + ":\n      call: openapi\n      with:\n        document:\n" +
                   "          endpoint: {uri: '" + server.url() + "/v2/swagger.json'" +
                   (authentication.empty() ? "" : ", authentication: " + authentication) +
                   "}\n        operationId: getPetById\n        parameters: {petId: 1}\n";
        };
        const std::string one = "{bearer: {token: one1}}", two = "{bearer: {token: two2}}";
        same(R"({"id":1,"name":"Rex"})",
             world.run(task("a", one) + task("b", "") + task("c", two) + task("d", one) +
                       task("e", "{basic: {username: one1, password: p}}") + task("f", "")));
        const std::string pet = "GET /v2/pet/1\n", document = "GET /v2/swagger.json";
        same(document + " Bearer one1\n" + pet + document + "\n" + pet + document +
                 " Bearer two2\n" + pet + pet + document + " Basic b25lMTpw\n" + pet + pet,
             server.seen());
    }

    void fetchesADocumentWithHeaders() {
        WebServer server(petstore);
        CallWorld world;
        world.secrets.given = {{"key", "s3cret"}};
        const auto task = [&](const std::string& name, const std::string& headers) {
            return "  - " + name + ": {call: openapi, with: {document: {endpoint: '" +
                   server.url() + "/v2/swagger.json'}, operationId: getPetById, parameters: " +
                   "{petId: 1}}, metadata: {documentHeaders: " + headers + "}}\n";
        };
        const std::string secret = R"({Authorization: '${ "User " + $secrets.key }'})";
        same(R"({"id":1,"name":"Rex"})",
             world.run(task("a", secret) + task("b", "{Authorization: other}") + task("c", secret) +
                           task("d", "'${ {} }'"),
                       "use: {secrets: [key]}\n"));
        same(
            "GET /v2/swagger.json User s3cret\nGET /v2/pet/1\nGET /v2/swagger.json other\n"
            "GET /v2/pet/1\nGET /v2/pet/1\nGET /v2/swagger.json\nGET /v2/pet/1\n",
            server.seen());
        same(
            "configuration 400, request refused: There is no OpenAPI document. request: a "
            "secret would go to h.example over plain http, where the network can read it; use "
            "https, or allow plain http to h.example by name. Nothing was sent.",
            world.run("  - a: {call: openapi, with: {document: {endpoint: 'http://h.example/d'}, "
                      "operationId: a}, metadata: {documentHeaders: " +
                          secret + "}}\n",
                      "use: {secrets: [key]}\n"));
    }

    void saysThatThereIsNoDocument() {
        WebServer server(petstore);
        CallWorld world;
        same(
            "communication 404, HTTP status 404: There is no OpenAPI document. GET "
            "http://localhost:PORT/none.json was answered with 404 Not Found.",
            world.run(call(server, "getPetById", "{petId: 1}", "", "/none.json")));
        same(
            "validation 400, invalid request: In with/document/endpoint: wanted a URL, found "
            "null.",
            world.run("  - a: {call: openapi, with: {document: {endpoint: '${ .x }'}, "
                      "operationId: a}}\n"));
    }

    void refusesToSendSecretsInTheClear() {
        WebServer server([](const std::string&) {
            return jsonAnswer(R"({"openapi":"3.0.0","servers":[{"url":"http://h.example"}],
                "paths":{"/a":{"get":{"operationId":"a","parameters":[
                    {"name":"key","in":"query"}]}}}})");
        });
        CallWorld world;
        world.secrets.given = {{"key", "s3cret"}};
        const std::string expected =
            "configuration 400, request refused: request: a secret would go to h.example "
            "over plain http, where the network can read it; use https, or allow plain http to "
            "h.example by name. Nothing was sent.";
        same(expected, world.run(call(server, "a", "{key: '${ $secrets.key }'}", "", "/d"),
                                 "use: {secrets: [key]}\n"));
        same(expected,
             world.run(call(server, "a", "{}", ", authentication: {bearer: {token: t}}", "/d")));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(OpenApiCallTest);

}  // namespace
