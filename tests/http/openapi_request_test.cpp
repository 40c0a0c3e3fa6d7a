// SPDX-License-Identifier: Apache-2.0
#include "openapi_fixture.h"

namespace {

constexpr const char* kSwagger = R"({
  "swagger": "2.0", "host": "pets.example", "basePath": "/v2", "schemes": ["http", "https"],
  "consumes": ["application/json"], "produces": ["application/xml", "application/json"],
  "parameters": {"limit": {"name": "limit", "in": "query", "type": "integer"}},
  "paths": {
    "/pet/{petId}": {
      "parameters": [{"name": "petId", "in": "path", "required": true, "type": "integer"}],
      "get": {"operationId": "getPet", "parameters": [{"$ref": "#/parameters/limit"}]},
      "post": {"operationId": "updatePet", "consumes": ["application/x-www-form-urlencoded"],
               "parameters": [{"name": "name", "in": "formData", "type": "string"},
                              {"name": "tags", "in": "formData", "collectionFormat": "multi"},
                              {"name": "api_key", "in": "header", "type": "string"}]}},
    "/pet": {
      "put": {"operationId": "putPet", "schemes": ["https"], "produces": [],
              "parameters": [{"name": "pet", "in": "body", "required": true}]}}}})";

constexpr const char* kOpenApi = R"(
openapi: 3.1.0
servers:
  - url: https://{region}.pets.example/{base}/
    variables: {region: {default: eu}, base: {default: v3}}
paths:
  /pet/{petId}:
    parameters:
      - {name: petId, in: path, required: true}
    get:
      operationId: getPet
      parameters:
        - $ref: '#/components/parameters/limit'
        - {name: X-Trace, in: header}
        - {name: session, in: cookie}
        - {name: token, in: cookie}
        - {name: Authorization, in: header}
      responses:
        200: {content: {text/plain: {}, application/json: {}}}
        404: {content: {application/problem+json: {}}}
    delete:
      operationId: deletePet
      servers: [{url: /admin}]
  /pet:
    post:
      operationId: addPet
      requestBody: {$ref: '#/components/requestBodies/pet'}
    put:
      operationId: formPet
      servers: [{url: 'http://localhost:8080'}]
      requestBody: {content: {application/x-www-form-urlencoded: {}}}
    patch:
      operationId: notePet
      servers: [{url: ../v9}]
      requestBody: {content: {text/plain: {}}}
components:
  parameters:
    limit: {name: limit, in: query}
  requestBodies:
    pet: {required: true, content: {application/xml: {}, application/json: {}}}
)";

class OpenApiRequestTest : public OpenApiFixture {
    CPPUNIT_TEST_SUITE(OpenApiRequestTest);
    CPPUNIT_TEST(makesRequestsOfSwagger);
    CPPUNIT_TEST(makesRequestsOfOpenApi);
    CPPUNIT_TEST(findsTheServer);
    CPPUNIT_TEST(refusesAPathThatIsAnother);
    CPPUNIT_TEST(knowsWhereASecretGoes);
    CPPUNIT_TEST_SUITE_END();

    struct Row {
        const char* operation;
        const char* parameters;
        const char* expected;
    };

    void makesRequestsOfSwagger() {
        const Row rows[] = {
            {"getPet", R"({"petId":1})",
             "GET https://pets.example/v2/pet/1\nAccept: application/json"},
            {"getPet", R"({"petId":"a/b","limit":5})",
             "GET https://pets.example/v2/pet/a%2Fb?limit=5\nAccept: application/json"},
            {"getPet", R"({"petId":1,"limit":null})",
             "GET https://pets.example/v2/pet/1\nAccept: application/json"},
            {"updatePet", R"({"petId":1,"name":"a b","tags":["x","y&z"],"api_key":"k"})",
             "POST https://pets.example/v2/pet/1\napi_key: k\n"
             "Content-Type: application/x-www-form-urlencoded\nAccept: application/json\n\n"
             "name=a%20b&tags=x&tags=y%26z"},
            {"updatePet", R"({"petId":1})",
             "POST https://pets.example/v2/pet/1\nAccept: application/json"},
            {"putPet", R"({"pet":{"id":1}})",
             "PUT https://pets.example/v2/pet\nContent-Type: application/json\n\n{\"id\":1}"},
        };
        for (const auto& row : rows)
            same(row.expected, request(kSwagger, row.operation, row.parameters));
    }

    void makesRequestsOfOpenApi() {
        const Row rows[] = {
            {"getPet", R"({"petId":1})",
             "GET https://eu.pets.example/v3/pet/1\nAccept: application/json"},
            {"getPet", R"({"petId":1,"limit":2,"X-Trace":"t","session":"a b","token":3})",
             "GET https://eu.pets.example/v3/pet/1?limit=2\nX-Trace: t\n"
             "Cookie: session=a%20b; token=3\nAccept: application/json"},
            {"addPet", R"({"body":[1,"x"]})",
             "POST https://eu.pets.example/v3/pet\nContent-Type: application/json\n\n[1,\"x\"]"},
            {"formPet", R"({"body":{"a":"x y","b":[1,2],"c":{"d":1},"e":null}})",
             "PUT http://localhost:8080/pet\nContent-Type: application/x-www-form-urlencoded\n\n"
             "a=x%20y&b=1&b=2&c=%7B%22d%22%3A1%7D"},
            {"notePet", R"({"body":"good dog"})",
             "PATCH https://docs.example/v9/pet\nContent-Type: text/plain\n\ngood dog"},
            {"notePet", "null", "PATCH https://docs.example/v9/pet"},
        };
        for (const auto& row : rows)
            same(row.expected, request(kOpenApi, row.operation, row.parameters));
    }

    void findsTheServer() {
        const std::string paths = R"("paths":{"/a":{"get":{"operationId":"a"}}}})";
        const auto of = [&](const std::string& start, const std::string& url) {
            return request(start + paths, "a", "{}", url);
        };
        const std::string from = "http://docs.example:81/v1/api.json";
        same("GET http://docs.example:81/a", of(R"({"swagger":"2.0",)", from));
        same("GET http://docs.example:81/b/a", of(R"({"swagger":"2.0","basePath":"b/",)", from));
        same("GET http://h/a", of(R"({"swagger":"2.0","host":"h","schemes":["ws","http"],)", from));
        // Without a host, scheme and port are the document's own; of both, the one it came by.
        const std::string both = R"("schemes":["https","http"],)";
        same("GET http://docs.example:81/a", of(R"({"swagger":"2.0",)" + both, from));
        same("GET https://d/a", of(R"({"swagger":"2.0",)" + both, "https://d/api.json"));
        same("GET http://h/a", of(R"({"swagger":"2.0","host":"h",)" + both, from));
        same("GET https://h/a", of(R"({"swagger":"2.0","host":"h",)" + both, "https://d/api.json"));
        same("GET https://h/a", of(R"({"swagger":"2.0","host":"h",)" + both, "api.json"));
        const std::string secure = R"("schemes":["https"],)";
        same("GET https://h/a", of(R"({"swagger":"2.0","host":"h",)" + secure, from));
        same("GET https://d/a", of(R"({"swagger":"2.0",)" + secure, "http://d/api.json"));
        same(
            "configuration 400, OpenAPI document: In with/document: " + from +
                ": it names no \"host\", its \"schemes\" hold https only, and it came by http from "
                "port 81; say where it is: metadata: {baseUrl: URL} of the task.",
            of(R"({"swagger":"2.0",)" + secure, from));
        same("GET http://docs.example:81/a", of(R"({"openapi":"3.0.3",)", from));
        same("GET http://docs.example:81/a", of(R"({"openapi":"3.0.3","servers":[],)", from));
        same("GET http://docs.example:81/v1/x/a",
             of(R"({"openapi":"3.0.3","servers":[{"url":"x"}],)", from));
        same("GET http://other/a",
             of(R"({"openapi":"3.0.3","servers":[{"url":"//other/"},{"url":"x"}],)", from));
        same("DELETE https://docs.example/admin/pet/1",
             request(kOpenApi, "deletePet", R"({"petId":1})"));
    }

    void refusesAPathThatIsAnother() {
        const std::string start = "validation 400, invalid parameter: In with/parameters/petId: ";
        const std::string lacks =
            start +
            "it is a part of the path, and empty. An address without that part is another one. "
            "Nothing was sent.";
        for (const auto* value : {R"("")", "[]", "{}", R"([""])"})
            for (const auto* document : {kSwagger, kOpenApi})
                if (document == kOpenApi || value[0] != '{')
                    same(lacks,
                         request(document, "getPet", R"({"petId":)" + std::string(value) + "}"));
        for (const std::string value : {".", ".."})
            for (const auto* document : {kSwagger, kOpenApi})
                same("validation 400, invalid parameters: In with/parameters: they make \"/" +
                         value +
                         "\" of /{petId} in the path /pet/{petId}, which leads to another address. "
                         "Nothing was sent.",
                     request(document, "getPet", R"({"petId":")" + value + "\"}"));
        same(
            "validation 400, invalid parameters: In with/parameters: the operation \"getPet\" "
            "needs "
            "\"petId\".",
            request(kSwagger, "getPet", R"({"petId":null})"));
    }

    void knowsWhereASecretGoes() {
        const auto of = [](const char* operation, const char* name) {
            tenon::Object parameters;
            if (std::string(operation) != "putPet") parameters.set("petId", 1);
            parameters.set(name, tenon::Secret("s"));
            const auto ask = tenon::http::openapi::requestOf(
                {tenon::http::openapi::parse(kSwagger), "https://h/"}, operation, parameters);
            return std::string(ask.value().secretUrl ? "url " : "") +
                   (ask.value().request.secret ? "secret" : "");
        };
        same("url secret", of("getPet", "petId"));
        same("url secret", of("getPet", "limit"));
        same("secret", of("updatePet", "api_key"));
        same("secret", of("updatePet", "name"));
        same("secret", of("putPet", "pet"));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(OpenApiRequestTest);

}  // namespace
