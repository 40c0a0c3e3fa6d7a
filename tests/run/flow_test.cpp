// SPDX-License-Identifier: Apache-2.0
// Which task comes next.
#include <cppunit/extensions/HelperMacros.h>

#include "fakes/fake_world.h"

using fakes::FakeWorld;

class FlowTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(FlowTest);
    CPPUNIT_TEST(goesOnInTheOrderOfTheList);
    CPPUNIT_TEST(jumpsToATaskByName);
    CPPUNIT_TEST(countsTheRoundsOfAJumpBack);
    CPPUNIT_TEST(leavesTheListAtExit);
    CPPUNIT_TEST(leavesTheWorkflowAtEnd);
    CPPUNIT_TEST(leavesTheWorkflowAtEndOfANestedList);
    CPPUNIT_TEST(goesWhereASkippedTaskSays);
    CPPUNIT_TEST(takesDirectivesForDirectives);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }
    // The positions of the tasks that began, and the output.
    static std::string way(const std::string& tasks, const std::string& input = "[]") {
        FakeWorld world;
        const auto output = world.given(input).outcome(tasks);
        std::string out;
        for (const auto& event : world.observer.events)
            if (event.kind == tenon::world::Event::Kind::taskStarted) out += event.position + " ";
        return out + output;
    }

    void goesOnInTheOrderOfTheList() {
        same("/do/0/a /do/1/b /do/2/c [\"a\",\"b\",\"c\"]", way(R"(
  - a: {set: '${ . + ["a"] }'}
  - b: {set: '${ . + ["b"] }', then: continue}
  - c: {set: '${ . + ["c"] }', then: continue}
)"));
    }
    void jumpsToATaskByName() {
        same("/do/0/a /do/2/c /do/1/b [\"a\",\"c\",\"b\"]", way(R"(
  - a: {set: '${ . + ["a"] }', then: c}
  - b: {set: '${ . + ["b"] }', then: end}
  - c: {set: '${ . + ["c"] }', then: b}
)"));
    }
    void countsTheRoundsOfAJumpBack() {
        same(
            "/do/0/first /do/1/add /do/1/add/do/0/one /do/2/back /do/1/add#2 "
            "/do/1/add#2/do/0/one /do/2/back#2 /do/1/add#3 /do/1/add#3/do/0/one "
            "/do/1/add/do/0/one: In set: enough.",
            way(R"(
  - first: {set: '${ . }'}
  - add:
      do:
        - one: {set: '${ if length < 2 then . + [1] else error("enough") end }'}
  - back: {set: '${ . }', then: add}
)"));
    }
    void leavesTheListAtExit() {
        same("/do/0/outer /do/0/outer/do/0/a /do/1/after [\"a\",\"after\"]", way(R"(
  - outer:
      do:
        - a: {set: '${ . + ["a"] }', then: exit}
        - b: {set: '${ . + ["b"] }'}
  - after: {set: '${ . + ["after"] }', then: exit}
  - never: {set: '${ . + ["never"] }'}
)"));
    }
    void leavesTheWorkflowAtEnd() {
        same("/do/0/a [\"a\"]", way(R"(
  - a: {set: '${ . + ["a"] }', then: end}
  - b: {set: '${ . + ["b"] }'}
)"));
    }
    void leavesTheWorkflowAtEndOfANestedList() {
        same("/do/0/outer /do/0/outer/do/0/inner /do/0/outer/do/0/inner/do/0/a [\"shaped\"]",
             way(R"(
  - outer:
      do:
        - inner:
            do:
              - a: {set: '${ . + ["a"] }', then: end}
              - b: {set: '${ . + ["b"] }'}
            then: c
        - c: {set: '${ . + ["c"] }'}
      output: {as: ['shaped']}
  - after: {set: '${ . + ["after"] }'}
)"));
    }
    void goesWhereASkippedTaskSays() {
        same("/do/2/c [\"c\"]", way(R"(
  - a: {if: false == true, set: '${ . + ["a"] }', then: c}
  - b: {set: '${ . + ["b"] }'}
  - c: {set: '${ . + ["c"] }'}
)"));
    }
    void takesDirectivesForDirectives() {
        same("/do/0/a []", way(R"(
  - a: {set: '${ . }', then: end}
  - end: {set: '${ . + ["end"] }'}
)"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(FlowTest);
