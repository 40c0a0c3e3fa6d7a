// SPDX-License-Identifier: Apache-2.0
// Documents, operations and parameters that do not fit, and what is said of each.
#include "call_world.h"
#include "openapi_fixture.h"

namespace {

class OpenApiRefusalTest : public OpenApiFixture {
    CPPUNIT_TEST_SUITE(OpenApiRefusalTest);
    CPPUNIT_TEST(refusesWhatIsNoDocument);
    CPPUNIT_TEST(refusesADocumentThatLeadsNowhere);
    CPPUNIT_TEST(refusesUnknownOperations);
    CPPUNIT_TEST(refusesParametersThatDoNotFit);
    CPPUNIT_TEST(refusesCallsThatCannotBe);
    CPPUNIT_TEST_SUITE_END();

    static std::string refusal(const std::string& document) {
        const std::string start = "configuration 400, OpenAPI document: In with/document: ";
        const auto text = request(document, "a", "{}");
        return text.starts_with(start) ? text.substr(start.size()) : text;
    }

    void refusesWhatIsNoDocument() {
        const std::string url = "https://docs.example/v1/api.json: ";
        same("This is not JSON: unexpected end of text.", refusal("{"));
        same("it is neither JSON nor YAML: line 1: a [ before this is not closed.", refusal("[1"));
        const std::string neither = url +
                                    "this is neither Swagger 2.0 nor OpenAPI 3; wanted "
                                    "\"swagger\": \"2.0\" or \"openapi\": \"3.…\" in it.";
        same(neither, refusal("{}"));
        same(neither, refusal("<html>"));
        same(neither, refusal(R"({"swagger":"1.2"})"));
        same(neither, refusal(R"({"openapi":"4.0.0"})"));
        same(url + "it has no \"paths\".", refusal("swagger: 2.0"));
    }

    void refusesADocumentThatLeadsNowhere() {
        const std::string url = "https://docs.example/v1/api.json: ";
        const std::string at = "; say where it is: metadata: {baseUrl: URL} of the task.";
        const auto with = [](const std::string& more, const std::string& item) {
            return refusal(R"({"openapi":"3.0.0",)" + more + R"("paths":{"/a":)" + item + "}}");
        };
        const auto parameter = [&](const std::string& one) {
            return with("", R"({"get":{"operationId":"a","parameters":[)" + one + "]}}");
        };
        same(url + "its $ref \"#/x/y\" leads nowhere.", parameter(R"({"$ref":"#/x/y"})"));
        same(url + "its $ref \"a.json#/b\" leads to another document, which Tenon does not read.",
             parameter(R"({"$ref":"a.json#/b"})"));
        same(url + "its $ref \"#/paths/~1a\" leads nowhere.",
             with("", R"({"$ref":"#/paths/~1a"})"));
        const std::string plain = R"({"get":{"operationId":"a"}})";
        same(url + "its server \"https://{r}/\" has no default for {r}" + at,
             with(R"("servers":[{"url":"https://{r}/"}],)", plain));
        same(url + "its server \"ftp://h/\" is not reached over http or https" + at,
             with(R"("servers":[{"url":"ftp://h/"}],)", plain));
        same(url + "the path /a/{b} has a part that no parameter is for.",
             refusal(R"({"openapi":"3.0.0","paths":{"/a/{b}":)" + plain + "}}"));
        same(url + "its \"schemes\" hold neither https nor http" + at,
             refusal(R"({"swagger":"2.0","schemes":["ws"],"paths":{"/a":)" + plain + "}}"));
    }

    static std::string kPets() {
        return R"({"swagger":"2.0","paths":{"/pet/{petId}":{
            "get":{"operationId":"getPetById","parameters":[
                {"name":"petId","in":"path","required":true},
                {"name":"status","in":"query","required":true},
                {"name":"limit","in":"query"}]},
            "post":{"operationId":"uploadFile","consumes":["multipart/form-data"],
                "parameters":[{"name":"petId","in":"path","required":true},
                    {"name":"note","in":"formData"}]},
            "put":{"operationId":"putXml","consumes":["application/xml"],
                "parameters":[{"name":"petId","in":"path","required":true},
                    {"name":"pet","in":"body"}]}},
            "/all":{"get":{"operationId":"all"}}}})";
    }

    void refusesUnknownOperations() {
        const std::string start =
            "configuration 400, unknown operation: In with/operationId: the OpenAPI document has "
            "no operation ";
        same(start + "\"getPetByID\"; did you mean \"getPetById\"?",
             request(kPets(), "getPetByID", "{}"));
        same(start + "\"x\"; it has getPetById, putXml, uploadFile, all.",
             request(kPets(), "x", "{}"));
    }

    void refusesParametersThatDoNotFit() {
        const std::string start = "validation 400, invalid parameters: In with/parameters: ";
        const auto of = [](const std::string& operation, const std::string& parameters) {
            return request(kPets(), operation, parameters);
        };
        same(start + "the operation \"getPetById\" needs \"petId\", \"status\".",
             of("getPetById", "{}"));
        same(start + "the operation \"getPetById\" needs \"status\".",
             of("getPetById", R"({"petId":1,"status":null})"));
        same(start +
                 "the operation \"getPetById\" has no parameter \"stauts\"; did you mean "
                 "\"status\"?",
             of("getPetById", R"({"petId":1,"stauts":"a"})"));
        same(start +
                 "the operation \"getPetById\" has no parameter \"xyz\"; it takes petId, "
                 "status, limit.",
             of("getPetById", R"({"petId":1,"status":"a","xyz":1})"));
        same(start + "the operation \"all\" has no parameter \"xyz\"; it takes none.",
             of("all", R"({"xyz":1})"));
        same(start + "wanted an object, found an array.", of("all", "[1]"));
        same(
            "configuration 400, OpenAPI document: In with/document: "
            "https://docs.example/v1/api.json: the operation \"uploadFile\" takes a form as "
            "multipart/form-data only; Tenon writes application/x-www-form-urlencoded.",
            of("uploadFile", R"({"petId":1,"note":"n"})"));
        same(
            "validation 400, invalid parameter: In with/parameters/pet: the operation takes "
            "application/xml; wanted a string, found an object.",
            of("putXml", R"({"petId":1,"pet":{}})"));
    }

    void refusesCallsThatCannotBe() {
        const auto faults = [](const std::string& with) {
            return calls::faultsOf("  - a:\n      call: openapi\n" + with);
        };
        same(
            "4:13: /do/0/a/call: \"call: openapi\" needs \"with\", an object with document and "
            "operationId\n",
            faults(""));
        same(
            "5:13: /do/0/a/with: \"with\" of call: openapi needs \"document\"\n"
            "5:13: /do/0/a/with: \"with\" of call: openapi needs \"operationId\"\n"
            "5:14: /do/0/a/with/endpoint: \"endpoint\" is not known in \"with\" of call: "
            "openapi\n",
            faults("      with: {endpoint: 'https://h'}\n"));
        same(
            "5:35: /do/0/a/with/document/endpoint: wanted an http or https address, or a file in "
            "the manifest's folder, found \"../pets.json\"\n"
            "5:78: /do/0/a/with/parameters: wanted an object, found an array\n"
            "5:91: /do/0/a/with/output: wanted content, raw or response, found \"all\"\n",
            faults("      with: {document: {endpoint: ../pets.json}, operationId: a, parameters: "
                   "[1], output: all}\n"));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(OpenApiRefusalTest);

}  // namespace
