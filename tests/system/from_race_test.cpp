// SPDX-License-Identifier: Apache-2.0
// `tenon run --from RUN --at TASK` where a race was lost in RUN, and what the loser made was
// undone.
#include <sys/stat.h>

#include "from_run_fixture.h"

class FromRaceTest : public FromRunFixture {
    CPPUNIT_TEST_SUITE(FromRaceTest);
    CPPUNIT_TEST(takesOverARaceThatIsOver);
    CPPUNIT_TEST(takesOverOneBesideTheTask);
    CPPUNIT_TEST(refusesToBeginInsideOne);
    CPPUNIT_TEST_SUITE_END();

    // The first branch says "a", and rests when it has told the second one, which then wins.
    [[nodiscard]] std::string race() const {
        const auto pipe = folder_.path("pipe");
        auto a = says("a");
        a.pop_back();
        return "{fork: {compete: true, branches: [{one: {do: [{a: " + a +
               ", metadata: {undo: [{u: " + says("una") +
               "}]}}}, {tell: {run: {shell: {command: 'echo two > " + pipe +
               "'}}, metadata: {idempotent: true}}}, {rests: {wait: {hours: 1}}}]}}, {two: {run: "
               "{shell: {command: 'cat " +
               pipe + "'}}}}]}}";
    }
    [[nodiscard]] std::string untilOk() const {
        return says("c", "; test -f " + folder_.path("ok"));
    }

  public:
    void setUp() override {
        FromRunFixture::setUp();
        ::mkfifo(folder_.path("pipe").c_str(), 0600);
    }

    void takesOverARaceThatIsOver() {
        const auto begun = begin("  - f: " + race() + "\n  - c: " + untilOk() + "\n");
        CPPUNIT_ASSERT_EQUAL_MESSAGE(begun.err, 1, begun.code);
        same("a\nuna\nc\n", log());
        const auto story = kept({"runs", "show", "one"}).out;
        CPPUNIT_ASSERT_MESSAGE(
            story, story.find("/do/0/f/fork/branches/0/one: lost; what it made is undone\n") !=
                       story.npos);
        folder_.write("ok", "");
        const auto ended = from("c", {});
        // Of what it made is left that the first branch told the second one.
        const auto told = support::steady(ended.err);
        const std::string left = "  made where the run did not go on: {\n  \"";
        const auto rest = told.find(left);
        same("from one at /do/1/c, with the manifest that it was begun with\nrun two, kept in " +
                 state() + "\n  c: run shell, T\n",
             told.substr(0, rest));
        same(left + "/do/0/f/fork/branches/0/one/do/1/tell\": {",
             told.substr(rest, told.find('\n', rest + left.size()) - rest));
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
        same("a\nuna\nc\nc\n", log());
    }
    void takesOverOneBesideTheTask() {
        CPPUNIT_ASSERT_EQUAL(
            1, begin("  - both: {fork: {branches: [{x: " + race() +
                     "}, {y: {do: [{b: " + says("b") + "}]}}]}}\n  - c: " + untilOk() + "\n")
                   .code);
        folder_.write("ok", "");
        const auto before = log();
        const auto ended = from("b");
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        same(before + "b\nc\n", log());
    }
    // Who wins there is open again.
    void refusesToBeginInsideOne() {
        folder_.write("ok", "");
        CPPUNIT_ASSERT_EQUAL(0, begin("  - f: " + race() + "\n  - c: " + untilOk() + "\n").code);
        const auto refused = from("two");
        CPPUNIT_ASSERT_EQUAL(78, refused.code);
        same(
            "tenon: What /do/0/f/fork/branches/0/one/do/0/a made was undone. Name the fork in "
            "which it is.\n",
            refused.err);
        const auto ended = from("f");
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        same("a\nuna\nc\na\nuna\nc\n", log());
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(FromRaceTest);
