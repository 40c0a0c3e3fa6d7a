// SPDX-License-Identifier: Apache-2.0
// Expressions that never end by themselves: a task's timeout, a winner of a race and a signal end
// each of them. One that is not ended hangs this test.
#include <signal.h>

#include "manifest_fixture.h"
#include "support/running.h"

class EndlessExpressionsTest : public ManifestFixture {
    CPPUNIT_TEST_SUITE(EndlessExpressionsTest);
    CPPUNIT_TEST(endWithTheTimeout);
    CPPUNIT_TEST(holdNoWinnerUp);
    CPPUNIT_TEST(endWithASignal);
    CPPUNIT_TEST_SUITE_END();

    static std::vector<std::string> endless() {
        return {
            "last(range(1000000000000000))",
            "def f: f; f",
            "[repeat(1) | select(false)]",
            "0 | until(false; . + 1)",
            "reduce range(1000000000000000) as $x (0; . + $x)",
            "last(foreach repeat(1) as $x (0; . + 1))",
            "last(limit(1000000000000000; repeat(1)))",
            "isempty(repeat(1) | select(false))",
            "first(range(1; infinite) | select(. < 0))",
            "last(0 | recurse(. + 1))",
            "last(0 | while(true; . + 1))",
            "any(repeat(1); . == 2)",
            "label $out | repeat(1) | if . == 2 then break $out else empty end",
            "[limit(1; repeat(try error(\\\"x\\\") catch empty))]",
            "(\\\"a\\\" * 100000) | test(\\\"a.*b\\\")",
            "[range(100000)] | [combinations(3)] | length",
            "[range(1000000)] | last(repeat(sort) | empty)",
            "(reduce range(64) as $i ([1]; [., .])) as $x | $x == ($x | .[0] = .[1])",
        };
    }
    static std::string task(const std::string& name, const std::string& text) {
        return "{" + name + ": {set: {x: \"${ " + text +
               " }\"}, timeout: {after: {milliseconds: 20}}}}";
    }

    void endWithTheTimeout() {
        std::string list = "do:\n";
        int number = 0;
        for (const auto& text : endless())
            list +=
                "  - t" + std::to_string(++number) + ":\n      try:\n        - " + task("a", text) +
                "\n      catch: {errors: {with: {status: 408}}, do: [{b: {set: {done: true}}}]}\n";
        const auto ended = support::run({TENON_PROGRAM, "run", manifest(list)});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
    }
    void holdNoWinnerUp() {
        std::string list = "do:\n";
        int number = 0;
        for (const auto& text : endless())
            list += "  - f" + std::to_string(++number) +
                    ":\n      fork:\n        compete: true\n        branches:\n          - quick: "
                    "{set: {x: 1}}\n"
                    "          - slow: {set: {x: \"${ " +
                    text + " }\"}}\n";
        const auto ended = support::run({TENON_PROGRAM, "run", manifest(list)});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        same("{\n  \"x\": 1\n}\n", ended.out);
    }
    void endWithASignal() {
        for (const auto& text : endless()) {
            support::Running run({TENON_PROGRAM, "run",
                                  manifest("do:\n  - a: {set: {x: \"${ " + text + " }\"}}\n")});
            run.readUntil("m 1.0.0");
            CPPUNIT_ASSERT_EQUAL_MESSAGE(text + run.all(), 130, run.endBy(SIGINT));
        }
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(EndlessExpressionsTest);
