// SPDX-License-Identifier: Apache-2.0
// How data goes through a workflow: raw input, if, input.from, the task, output.as, export.as.
#include <cppunit/extensions/HelperMacros.h>

#include "fakes/fake_world.h"

using fakes::FakeWorld;

class DataFlowTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(DataFlowTest);
    CPPUNIT_TEST(givesEachTaskTheOutputOfTheOneBefore);
    CPPUNIT_TEST(shapesInTheOrderOfTheLanguage);
    CPPUNIT_TEST(asksTheConditionBeforeTheInputIsShaped);
    CPPUNIT_TEST(shapesOutputBeforeItExports);
    CPPUNIT_TEST(passesTheRawInputThroughASkippedTask);
    CPPUNIT_TEST(takesAllButFalseAndNullForTrue);
    CPPUNIT_TEST(replacesTheContextByTheExport);
    CPPUNIT_TEST(exportsOutOfNestedTasks);
    CPPUNIT_TEST(shapesTheInputAndOutputOfTheWorkflow);
    CPPUNIT_TEST(keepsNothingOfTheInputInASet);
    CPPUNIT_TEST(takesTemplatesInEverySlot);
    CPPUNIT_TEST(carriesBigIntegersUntouched);
    CPPUNIT_TEST(neverEvaluatesItsData);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    static std::string outcome(const std::string& input, const std::string& tasks,
                               const std::string& more = "") {
        return FakeWorld().given(input).outcome(tasks, more);
    }

    void givesEachTaskTheOutputOfTheOneBefore() {
        same(R"({"colors":["red","green"]})", outcome("null", R"(
  - red: {set: {colors: '${ .colors + ["red"] }'}}
  - green: {set: {colors: '${ .colors + ["green"] }'}}
)"));
        same(R"({"x":1})", outcome(R"({"x":1})", "  - a: {set: '${ . }'}\n"));
    }
    void shapesInTheOrderOfTheLanguage() {
        FakeWorld world;
        world.given(R"({"raw":1})");
        same(R"({"shown":{"done":{"in":{"raw":1}}}})", world.outcome(R"(
  - a:
      export: {as: {output: '${ $output }', dot: '${ . }'}}
      output: {as: {done: '${ . }'}}
      call: Free
      with: {in: '${ .from }'}
      input: {from: {from: '${ . }'}}
      if: ${ .raw == 1 }
  - b: {set: {shown: '${ $context.output }'}}
)"));
        same("Free {\"in\":{\"raw\":1}}\n", world.steps.calls);
    }
    void asksTheConditionBeforeTheInputIsShaped() {
        same(R"({"x":"kept"})", outcome(R"({"x":"kept"})", R"(
  - a:
      if: ${ .inner }
      input: {from: {inner: true}}
      set: {x: lost}
)"));
    }
    void shapesOutputBeforeItExports() {
        same(R"({"context":2,"input":2})", outcome("null", R"(
  - a:
      set: {x: 1}
      output: {as: '${ .x + 1 }'}
      export: {as: '${ . }'}
  - b: {set: {context: '${ $context }', input: '${ . }'}}
)"));
    }
    void passesTheRawInputThroughASkippedTask() {
        same(R"({"context":"before","input":"raw"})", outcome("\"raw\"", R"(
  - a: {set: '${ . }', export: {as: '${ "before" }'}}
  - b:
      if: . == "other"
      input: {from: '${ "shaped" }'}
      set: '${ "set" }'
      output: {as: '${ "out" }'}
      export: {as: '${ "exported" }'}
  - c: {set: {context: '${ $context }', input: '${ . }'}}
)"));
    }
    void takesAllButFalseAndNullForTrue() {
        for (const char* value : {"0", "\"\"", "[]", "{}", "true", "\"false\""})
            same("\"ran\"", outcome(value, "  - a: {if: ., set: '${ \"ran\" }'}\n"));
        for (const char* value : {"false", "null"})
            same(value, outcome(value, "  - a: {if: ., set: '${ \"ran\" }'}\n"));
    }
    void replacesTheContextByTheExport() {
        same(R"({"context":{"b":2}})", outcome("null", R"(
  - a: {set: {a: 1}, export: {as: .}}
  - b: {set: {b: 2}, export: {as: '${ . }'}}
  - c: {set: {c: 3}}
  - show: {set: {context: '${ $context }'}}
)"));
        same(R"({"a":1,"b":2})", outcome("null", R"(
  - a: {set: {a: 1}, export: {as: $context + .}}
  - b: {set: {b: 2}, export: {as: $context + .}}
  - show: {set: '${ $context }'}
)"));
        same("null", outcome("1", "  - a: {set: '${ $context }'}\n"));
    }
    void exportsOutOfNestedTasks() {
        same(R"(["inner","outer sees inner"])", outcome("null", R"(
  - outer:
      do:
        - inner: {set: '${ 1 }', export: {as: '${ ["inner"] }'}}
      export: {as: '${ $context + ["outer sees " + $context[0]] }'}
  - show: {set: '${ $context }'}
)"));
    }
    void shapesTheInputAndOutputOfTheWorkflow() {
        same(R"({"out":{"a":{"from":5}},"context":"kept","input":{"from":5}})",
             outcome("5", "  - a: {set: {a: '${ . }'}, export: {as: '${ \"kept\" }'}}\n",
                     "input: {from: {from: '${ . }'}}\n"
                     "output: {as: {out: '${ . }', context: '${ $context }', input: '${ $input }'}}"
                     "\n"));
        same(": In output/as/x: Cannot index number with string (\"a\").",
             outcome("5", "  - a: {set: '${ . }'}\n", "output: {as: {x: '${ .a }'}}\n"));
        same(": In input/from: Cannot index number with string (\"a\").",
             outcome("5", "  - a: {set: '${ . }'}\n", "input: {from: .a}\n"));
    }
    void keepsNothingOfTheInputInASet() {
        same(R"({"y":2})", outcome(R"({"x":1})", "  - a: {set: {y: 2}}\n"));
        same("{}", outcome(R"({"x":1})", "  - a: {set: {}}\n"));
    }
    void takesTemplatesInEverySlot() {
        same(R"({"o":[{"s":{"f":[7]}}]})", outcome("7", R"(
  - a:
      input: {from: {f: ['${ . }']}}
      set: {s: '${ . }'}
      output: {as: {o: ['${ . }']}}
)"));
        same(R"({"fixed":1})", outcome("7", R"(
  - a:
      set: {s: '${ . }'}
      output: {as: {fixed: 1}}
)"));
    }
    void carriesBigIntegersUntouched() {
        same(R"({"id":9223372036854775807,"text":"no. 9223372036854775807"})",
             outcome(R"({"id":9223372036854775807})", R"y(
  - a:
      call: Free
      with: {id: '${ .id }'}
      export: {as: {id: '${ .id }'}}
  - b: {set: {id: '${ $context.id }', text: '${ "no. \(.id)" }'}}
)y"));
    }
    void neverEvaluatesItsData() {
        same(R"y({"x":"${ $secrets.key }","y":"\\($secrets.key)"})y",
             outcome(R"y({"a":"${ $secrets.key }","b":"\\($secrets.key)"})y",
                     "  - a: {set: {x: '${ .a }', y: '${ .b }'}}\n"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(DataFlowTest);
