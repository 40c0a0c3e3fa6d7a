// SPDX-License-Identifier: Apache-2.0
// Schemas that stand elsewhere: over http, or in a file beside the manifest.
#include <cppunit/extensions/HelperMacros.h>

#include "schema_world.h"

class ResourceTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ResourceTest);
    CPPUNIT_TEST(getsASchemaWhenItIsFirstNeededAndKeepsIt);
    CPPUNIT_TEST(getsNothingForATaskThatDoesNotRun);
    CPPUNIT_TEST(readsAFileBesideTheManifest);
    CPPUNIT_TEST(readsAnswersFromTheJournal);
    CPPUNIT_TEST(faultsWhereTheServerRefuses);
    CPPUNIT_TEST(faultsWhereThereIsNoFile);
    CPPUNIT_TEST(faultsWhereTheSchemaIsWrong);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    static constexpr const char* remote = R"(
do:
  - a:
      set: {n: 2}
      output: {schema: {resource: {name: thing, endpoint: "https://example.com/a.json"}}}
  - b:
      input: {schema: {resource: {endpoint: {uri: "https://example.com/a.json"}}}}
      set: {}
)";
    static constexpr const char* beside = R"(
do:
  - a:
      set: {n: 2}
      output: {schema: {resource: {endpoint: schemas/a.yaml}}}
)";

    void getsASchemaWhenItIsFirstNeededAndKeepsIt() {
        SchemaWorld world;
        world.http.answerJson(R"({"properties": {"n": {"type": "integer"}}})");
        same("{}", world.outcome(remote));
        world.journal.kept.clear();
        CPPUNIT_ASSERT_EQUAL(std::size_t(1), world.http.requests.size());
        same("GET https://example.com/a.json",
             world.http.requests[0].method + " " + world.http.requests[0].url);
        world.http.answerJson(R"({"properties": {"n": {"type": "string"}}})");  // to another run
        same(
            "/do/0/a validation 400, schema: In output/schema: The value does not fit the schema."
            "\n  /n is an integer; wanted a string",
            world.outcome(remote));
    }
    void getsNothingForATaskThatDoesNotRun() {
        SchemaWorld world;
        same("null", world.outcome(R"(
do:
  - a:
      if: .n
      set: {}
      input: {schema: {resource: {endpoint: "https://example.com/a.json"}}}
)"));
        CPPUNIT_ASSERT(world.http.requests.empty());
    }
    void readsAFileBesideTheManifest() {
        SchemaWorld world;
        world.files.texts["schemas/a.yaml"] =
            "# YAML is a schema, too\nproperties: {n: {const: 1}}";
        same(
            "/do/0/a validation 400, schema: In output/schema: The value does not fit the schema."
            "\n  /n is not 1",
            world.outcome(beside));
        same("schemas/a.yaml\n", world.files.asked);
    }
    void readsAnswersFromTheJournal() {
        SchemaWorld world;
        world.journal.kept.emplace("/schemas/https:~1~1example.com~1a.json",
                                   tenon::Value("{\"type\": \"string\"}"));
        same(
            "/do/0/a validation 400, schema: In output/schema: The value does not fit the schema."
            "\n  the whole is an object; wanted a string",
            world.outcome(remote));
        CPPUNIT_ASSERT(world.http.requests.empty());
        same("replayed /schemas/https:~1~1example.com~1a.json\n", world.journal.log);
    }
    void faultsWhereTheServerRefuses() {
        SchemaWorld world;
        world.http.answer(tenon::HttpResponse{404, "Not Found", {}, "nothing here", false});
        same(
            "/do/0/a communication 404, HTTP status 404: In output/schema: GET "
            "https://example.com/a.json was answered with 404 Not Found: nothing here",
            world.outcome(remote));
    }
    void faultsWhereThereIsNoFile() {
        same("/do/0/a configuration 400, file: In output/schema: No schemas/a.yaml.",
             SchemaWorld().outcome(beside));
    }
    void faultsWhereTheSchemaIsWrong() {
        SchemaWorld world;
        world.files.texts["schemas/a.yaml"] = "properties:\n  n: {typ: string}\nprefixItems: []\n";
        same(
            "/do/0/a configuration 400, schema: In output/schema: This schema cannot be used:\n"
            "schemas/a.yaml:2:7: /properties/n/typ: \"typ\" is no keyword of JSON Schema draft 7; "
            "did you mean \"type\"?\n"
            "schemas/a.yaml:3:1: /prefixItems: \"prefixItems\" is no keyword of JSON Schema draft "
            "7, but of a newer one; Tenon reads drafts 7 and 4\n",
            world.outcome(beside));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ResourceTest);
