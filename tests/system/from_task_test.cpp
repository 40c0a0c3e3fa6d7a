// SPDX-License-Identifier: Apache-2.0
// `tenon run --from RUN --at TASK`: which task is meant, wherever it stands.
#include <cppunit/extensions/HelperMacros.h>

#include "from_run_fixture.h"

class FromTaskTest : public FromRunFixture {
    CPPUNIT_TEST_SUITE(FromTaskTest);
    CPPUNIT_TEST(beginsInTheMiddleOfALoop);
    CPPUNIT_TEST(beginsInOneBranchOfAFork);
    CPPUNIT_TEST(beginsInAnInnerWorkflow);
    CPPUNIT_TEST(findsATaskAtAnyDepth);
    CPPUNIT_TEST(asksWhichOfTwoIsMeant);
    CPPUNIT_TEST(refusesWrongUse);
    CPPUNIT_TEST_SUITE_END();

    void beginsInTheMiddleOfALoop() {
        folder_.write("ok", "");
        CPPUNIT_ASSERT_EQUAL(
            0, begin("  - each:\n      for: {each: n, in: '${ [1, 2, 3] }'}\n      do: [{say: " +
                     says("x") + "}]\n")
                   .code);
        const auto ended = from("/do/0/each/do#2/0/say");
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        same("x\nx\nx\nx\nx\n", log());
    }
    void beginsInOneBranchOfAFork() {
        CPPUNIT_ASSERT_EQUAL(
            0, begin("  - f: {fork: {branches: [{one: " + says("one") +
                     "}, {two: {do: [{a: " + says("a") + "}, {b: " + says("b") + "}]}}]}}\n")
                   .code);
        const auto before = log();
        const auto ended = from("b");
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        same(before + "b\n", log());
        same("[\n  \"one\",\n  \"b\"\n]\n", ended.out);
    }
    void beginsInAnInnerWorkflow() {
        folder_.write("inner.yaml",
                      "document: {dsl: 1.0.3, namespace: t, name: inner, version: 1.0.0}\ndo:\n"
                      "  - x: " +
                          says("x") + "\n  - y: " + says("y") + "\n");
        folder_.write("ok", "");
        CPPUNIT_ASSERT_EQUAL(
            0, begin("  - a: " + says("a") +
                     "\n  - in: {run: {workflow: {namespace: t, name: inner, version: 1.0.0}}}\n"
                     "  - b: " +
                     says("b") + "\n")
                   .code);
        same("tenon: There is no task /do/1/in/run/do/1/z in " + folder_.path("m.yaml") +
                 "; did you mean \"/do/1/in/run/do/1/y\"?\n",
             from("/do/1/in/run/do/1/z").err);
        const auto told = from("y", {});
        same(
            "from one at /do/1/in/run/do/1/y, with the manifest that it was begun with\n"
            "These calls acted in one, and would act again:\n"
            "  /do/1/in/run/do/1/y (run shell)\n  /do/2/b (run shell)\n"
            "Nothing was run. Let them, with --act-again\n",
            told.err);
        const auto ended = from("y");
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        same("a\nx\ny\nb\ny\nb\n", log());
    }
    // A workflow that runs itself has no end of tasks.
    void findsATaskAtAnyDepth() {
        const auto down =
            "  - more: {if: '${ . > 0 }', run: {workflow: {namespace: t, name: m, version: "
            "1.0.0, input: '${ . - 1 }'}}}\n  - say: " +
            says("s") + "\n";
        const auto manifest = write("m.yaml",
                                    "input: {from: '${ if type == \"number\" then . else 2 "
                                    "end }'}\ndo:\n" +
                                        down);
        const auto ran = kept({"run", manifest, "--run-id", "one", "--allow-shell"});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ran.err, 0, ran.code);
        const auto ended = from("/do/0/more/run/do/0/more/run/do/1/say");
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        same("s\ns\ns\ns\ns\ns\n", log());
        CPPUNIT_ASSERT_EQUAL(78, from("/do/0/more/run/do/0/more/run/do/1/sai").code);
    }
    void asksWhichOfTwoIsMeant() {
        CPPUNIT_ASSERT_EQUAL(
            0,
            begin("  - a: {do: [{c: {set: {n: 1}}}]}\n  - b: {do: [{c: {set: {n: 2}}}]}\n").code);
        const auto refused = from("c");
        CPPUNIT_ASSERT_EQUAL(78, refused.code);
        same("tenon: There is more than one task c in " + folder_.path("m.yaml") +
                 ": /do/0/a/do/0/c, /do/1/b/do/0/c. Say which\n",
             refused.err);
    }
    void refusesWrongUse() {
        CPPUNIT_ASSERT_EQUAL(1, begin(three()).code);
        same("tenon: There is no run none in " + state() +
                 ". Look at the names of those that are there.\n",
             kept({"run", "--from", "none", "--at", "c"}).err);
        same("tenon: There is no task d in " + folder_.path("m.yaml") +
                 ". tenon runs show RUN tells where the calls of a run stand\n",
             from("d").err);
        same("tenon: There is no task /do/2/d in " + folder_.path("m.yaml") +
                 "; did you mean \"/do/2/c\"?\n",
             from("/do/2/d").err);
        for (const auto& wrong : std::vector<std::vector<std::string>>{
                 {"run", "--from", "one"},
                 {"run", "--from", "one", "--at", "c", "--input", "n=1"},
                 {"run", "m.yaml", "--at", "c"},
                 {"run", "m.yaml", "--act-again"},
                 {"run", "a.yaml", "b.yaml", "--from", "one", "--at", "c"}})
            CPPUNIT_ASSERT_EQUAL(64, kept(wrong).code);
        CPPUNIT_ASSERT_EQUAL(64, support::program({"run", "--from", "one", "--at", "c"}).code);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(FromTaskTest);
