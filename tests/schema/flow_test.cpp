// SPDX-License-Identifier: Apache-2.0
// When schemas are asked, and what a run says where data does not fit.
#include <cppunit/extensions/HelperMacros.h>

#include "schema_world.h"

class FlowTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(FlowTest);
    CPPUNIT_TEST(letsFittingDataThrough);
    CPPUNIT_TEST(asksTheInputSchemaBeforeFrom);
    CPPUNIT_TEST(asksNoSchemaOfASkippedTask);
    CPPUNIT_TEST(asksTheOutputSchemaAfterAs);
    CPPUNIT_TEST(asksTheExportSchemaOfTheNewContext);
    CPPUNIT_TEST(keepsTheContextThatWasBeforeWhereTheNewOneDoesNotFit);
    CPPUNIT_TEST(asksTheWorkflowsSchemas);
    CPPUNIT_TEST(givesAnErrorThatCanBeCaught);
    CPPUNIT_TEST(listsTenMismatchesAndCountsTheRest);
    CPPUNIT_TEST(showsNoSecret);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    void letsFittingDataThrough() {
        same(R"({"n":1})", SchemaWorld().given(R"({"n":1})").outcome(R"(
input: {schema: {format: json, document: {required: [n]}}}
output: {schema: {document: {properties: {n: {type: integer}}}}}
do:
  - a:
      input: {schema: {document: {required: [n]}}}
      set: "${ . }"
      output: {schema: {document: true}}
      export: {as: .n, schema: {document: {const: 1}}}
)"));
    }
    void asksTheInputSchemaBeforeFrom() {
        same(
            "/do/0/a validation 400, schema: In input/schema: The value does not fit the schema."
            "\n  /n is missing",
            SchemaWorld().given(R"({"m":1})").outcome(R"(
do:
  - a:
      input: {schema: {document: {required: [n]}}, from: "${ {n: .m} }"}
      set: {}
)"));
    }
    void asksNoSchemaOfASkippedTask() {
        same("{}", SchemaWorld().given("{}").outcome(R"(
do:
  - a:
      if: .n == 1
      input: {schema: {document: {required: [n]}}}
      set: {n: 2}
)"));
    }
    void asksTheOutputSchemaAfterAs() {
        same(
            "/do/0/a validation 400, schema: In output/schema: The value does not fit the schema."
            "\n  the whole is an integer; wanted an object",
            SchemaWorld().outcome(R"(
do:
  - a:
      set: {n: 2}
      output: {as: .n, schema: {document: {type: object}}}
)"));
    }
    void asksTheExportSchemaOfTheNewContext() {
        same(
            "/do/0/a validation 400, schema: In export/schema: The value does not fit the schema."
            "\n  /m is missing",
            SchemaWorld().outcome(R"(
do:
  - a:
      set: {n: 2}
      export: {as: ., schema: {document: {required: [m]}}}
)"));
    }
    void keepsTheContextThatWasBeforeWhereTheNewOneDoesNotFit() {
        same("\"good\"", SchemaWorld().outcome(R"(
do:
  - first: {set: {}, export: {as: '"good"'}}
  - second:
      try:
        - a: {set: {}, export: {as: '"bad"', schema: {document: {type: integer}}}}
      catch: {}
  - third: {set: "${ $context }"}
)"));
    }
    void asksTheWorkflowsSchemas() {
        same(
            " validation 400, schema: In input/schema: The value does not fit the schema."
            "\n  /n is a string; wanted an integer",
            SchemaWorld().given(R"({"n":"1"})").outcome(R"(
input: {schema: {document: {properties: {n: {type: integer}}}}, from: "${ {n: 1} }"}
do: [{a: {set: {}}}]
)"));
        same(
            " validation 400, schema: In output/schema: The value does not fit the schema."
            "\n  the whole is not 2",
            SchemaWorld().outcome(R"(
output: {schema: {document: {const: 2}}, as: .n}
do: [{a: {set: {n: 1}}}]
)"));
    }
    void givesAnErrorThatCanBeCaught() {
        same(
            R"({"caught":{"type":"https://open-workflow-specification.org/spec/1.0.0/errors/validation","status":400,"title":"schema","detail":"In input/schema: The value does not fit the schema.\n  the whole is null; wanted an object","instance":"/do/0/b/try/0/a"}})",
            SchemaWorld().outcome(R"(
do:
  - b:
      try:
        - a: {set: {}, input: {schema: {document: {type: object}}}}
      catch:
        errors: {with: {status: 400}}
        do: [{c: {set: {caught: "${ $error }"}}}]
)"));
    }
    void listsTenMismatchesAndCountsTheRest() {
        same(
            "/do/0/a validation 400, schema: In output/schema: The value does not fit the schema."
            "\n  /0 is not 0\n  /1 is not 0\n  /2 is not 0\n  /3 is not 0\n  /4 is not 0"
            "\n  /5 is not 0\n  /6 is not 0\n  /7 is not 0\n  /8 is not 0\n  /9 is not 0"
            "\n  and 2 more",
            SchemaWorld().outcome(R"(
do:
  - a:
      set: {n: 2}
      output: {as: "${ [range(12)] | map(5) }", schema: {document: {items: {const: 0}}}}
)"));
    }
    void showsNoSecret() {
        SchemaWorld world;
        world.secrets.given.set("login", tenon::Object{{"token", "s3cret-s3cret"}});
        same(
            "/do/0/a validation 400, schema: In output/schema: The value does not fit the schema."
            "\n  /t is a secret; wanted an integer\n  /t is none of 1, 2",
            world.outcome(R"(
use: {secrets: [login]}
do:
  - a:
      set: {t: "${ $secrets.login.token }"}
      output: {schema: {document: {properties: {t: {type: integer, enum: [1, 2]}}}}}
)"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(FlowTest);
