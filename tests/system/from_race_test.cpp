// SPDX-License-Identifier: Apache-2.0
// `tenon run --from RUN --at TASK` where a race was lost in RUN, and what the loser made was
// undone.
#include <sys/stat.h>

#include <fstream>

#include "from_run_fixture.h"
#include "support/running.h"

class FromRaceTest : public FromRunFixture {
    CPPUNIT_TEST_SUITE(FromRaceTest);
    CPPUNIT_TEST(takesOverARaceThatIsOver);
    CPPUNIT_TEST(takesOverOneBesideTheTask);
    CPPUNIT_TEST(refusesToBeginInsideOne);
    CPPUNIT_TEST(refusesToBeginBesideWhatAFaultUndid);
    CPPUNIT_TEST_SUITE_END();

    // The first branch, which is named like a word of its position, says "a" and rests; the second
    // one wins when it is told.
    [[nodiscard]] std::string race(const std::string& compete = "true",
                                   const std::string& then = "") const {
        auto a = says("a");
        a.pop_back();
        return "{fork: {compete: " + compete + ", branches: [{branches: {do: [{a: " + a +
               ", metadata: {undo: [{u: " + says("una") +
               "}]}}}, {rests: {wait: {hours: 1}}}]}}, {two: {run: {shell: {command: 'cat " +
               folder_.path("pipe") + then + "'}}}}]}}";
    }
    // Runs to its end; the second branch is told when the first one rests. Gives the exit code.
    [[nodiscard]] int raced(std::vector<std::string> command, const std::string& id) const {
        support::Running run(driving(std::move(command)));
        for (bool rests = false; !rests;) {
            const auto shown = kept({"runs", "show", id, "--json"});
            rests = shown.out.find("/rests/@until") != shown.out.npos;
        }
        std::ofstream(folder_.path("pipe")) << "two\n";
        return run.wait();
    }
    [[nodiscard]] int first(const std::string& tasks) const {
        return raced({"run",
                      write("m.yaml", "do:\n" + tasks + "  - c: " +
                                          says("c", "; test -f " + folder_.path("ok")) + "\n"),
                      "--run-id", "one", "--allow-shell"},
                     "one");
    }
    void refusesToBeginAtTwo() const {
        std::filesystem::remove(folder_.path("pipe"));  // so that it would not wait
        const auto refused = from("two");
        makePipe();
        CPPUNIT_ASSERT_EQUAL(78, refused.code);
        same(
            "tenon: What /do/0/f/fork/branches/0/branches/do/0/a made was undone. Name the fork in "
            "which it is.\n",
            refused.err);
    }
    void makePipe() const { ::mkfifo(folder_.path("pipe").c_str(), 0600); }

  public:
    void setUp() override {
        FromRunFixture::setUp();
        makePipe();
    }

    void takesOverARaceThatIsOver() {
        CPPUNIT_ASSERT_EQUAL(1, first("  - f: " + race() + "\n"));
        same("a\nuna\nc\n", log());
        const auto story = kept({"runs", "show", "one"}).out;
        CPPUNIT_ASSERT_MESSAGE(
            story, story.find("/do/0/f/fork/branches/0/branches: lost; what it made is undone\n") !=
                       story.npos);
        folder_.write("ok", "");
        const auto ended = from("c", {});
        same("from one at /do/1/c, with the manifest that it was begun with\nrun two, kept in " +
                 state() + "\n  c: run shell, T\n",
             support::steady(ended.err));
        CPPUNIT_ASSERT_EQUAL(0, ended.code);
        same("a\nuna\nc\nc\n", log());
    }
    void takesOverOneBesideTheTask() {
        CPPUNIT_ASSERT_EQUAL(1, first("  - both: {fork: {branches: [{x: " + race() +
                                      "}, {y: {do: [{b: " + says("b") + "}]}}]}}\n"));
        folder_.write("ok", "");
        const auto before = log();
        const auto ended = from("b");
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        same(before + "b\nc\n", log());
    }
    // Who wins there is open again.
    void refusesToBeginInsideOne() {
        folder_.write("ok", "");
        CPPUNIT_ASSERT_EQUAL(0, first("  - f: " + race() + "\n"));
        refusesToBeginAtTwo();
        CPPUNIT_ASSERT_EQUAL(
            0,
            raced({"run", "--from", "one", "--at", "f", "--run-id", "two", "--act-again"}, "two"));
        same("a\nuna\nc\na\nuna\nc\n", log());
    }
    void refusesToBeginBesideWhatAFaultUndid() {
        CPPUNIT_ASSERT_EQUAL(1, first("  - f: " + race("false", "; false") + "\n"));
        same("a\nuna\n", log());
        refusesToBeginAtTwo();
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(FromRaceTest);
