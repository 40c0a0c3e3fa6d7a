// SPDX-License-Identifier: Apache-2.0
// `tenon run --from RUN --at TASK`: what was answered before the task is taken over, what comes
// after it is done again, and nothing acts again unsaid.
#include <signal.h>
#include <sys/stat.h>

#include <fstream>

#include "from_run_fixture.h"

using support::Running;
using support::steady;

class FromRunTest : public FromRunFixture {
    CPPUNIT_TEST_SUITE(FromRunTest);
    CPPUNIT_TEST(takesOverWhatCameBefore);
    CPPUNIT_TEST(tellsWhatWouldActAgain);
    CPPUNIT_TEST(usesAnotherManifestWhereOneIsNamed);
    CPPUNIT_TEST(refusesAnotherQuestion);
    CPPUNIT_TEST(isGoneOnWithAsAnyOther);
    CPPUNIT_TEST(undoesNothingOfTheOtherRun);
    CPPUNIT_TEST(refusesWhatWasUndone);
    CPPUNIT_TEST(refusesWhatNobodyKnows);
    CPPUNIT_TEST(goesOnFromARunThatWentOnFromAnother);
    CPPUNIT_TEST(takesOverWhatTellsItsId);
    CPPUNIT_TEST_SUITE_END();

    void takesOverWhatCameBefore() {
        CPPUNIT_ASSERT_EQUAL(1, begin(three()).code);
        folder_.write("ok", "");
        const auto ended = from("c", {});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        same("\"c\"\n", ended.out);
        same("from one at /do/2/c, with the manifest that it was begun with\nrun two, kept in " +
                 state() + "\n  c: run shell, T\n",
             steady(ended.err));
        same("a\nb\nc\nc\n", log());
        const auto story = kept({"runs", "show", "two"}).out;
        CPPUNIT_ASSERT_MESSAGE(story,
                               story.find("/do/1/b (run shell): taken over, gave ") != story.npos);
        same("one at /do/2/c", *shown("two").find("from")->string());
    }
    void tellsWhatWouldActAgain() {
        folder_.write("ok", "");
        CPPUNIT_ASSERT_EQUAL(0, begin(three()).code);
        const auto refused = from("b", {});
        CPPUNIT_ASSERT_EQUAL(78, refused.code);
        const std::string told =
            "from one at /do/1/b, with the manifest that it was begun with\n"
            "These calls acted in one, and would act again:\n"
            "  /do/1/b (run shell)\n"
            "  /do/2/c (run shell)\n";
        same(told + "Nothing was run. Let them, with --act-again\n", refused.err);
        same("a\nb\nc\n", log());
        CPPUNIT_ASSERT_EQUAL(66, kept({"runs", "show", "two"}).code);
        const auto ended = from("b");
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        same(told + "run two, kept in " + state() + "\n  b: run shell, T\n  c: run shell, T\n",
             steady(ended.err));
        same("a\nb\nc\nb\nc\n", log());
    }
    void usesAnotherManifestWhereOneIsNamed() {
        CPPUNIT_ASSERT_EQUAL(1, begin(three()).code);
        const auto mended =
            write("mended.yaml", "do:\n  - a: " + says("a") + "\n  - b: " + says("b") +
                                     "\n  - c: {set: {mended: true}}\n");
        const auto ended = from("c", {mended});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        same("{\n  \"mended\": true\n}\n", ended.out);
        same("from one at /do/2/c, with the manifest " + mended +
                 " as it is now\nrun two, kept in " + state() + "\n  c: set, T\n",
             steady(ended.err));
    }
    void refusesAnotherQuestion() {
        CPPUNIT_ASSERT_EQUAL(1, begin(three()).code);
        const auto other =
            write("other.yaml", "do:\n  - a: " + says("other") + "\n  - b: " + says("b") +
                                    "\n  - c: {set: {n: 1}}\n");
        const auto ended = from("c", {other});
        CPPUNIT_ASSERT_EQUAL(74, ended.code);
        CPPUNIT_ASSERT_MESSAGE(
            ended.err, ended.err.find("At /do/0/a the run asks for something else than when it was "
                                      "recorded") != ended.err.npos);
        same("a\nb\nc\n", log());
    }
    void isGoneOnWithAsAnyOther() {
        const auto fifo = folder_.path("fifo");
        ::mkfifo(fifo.c_str(), 0600);
        CPPUNIT_ASSERT_EQUAL(1, begin(three()).code);
        const auto slow = write("slow.yaml", "do:\n  - a: " + says("a") + "\n  - b: " + says("b") +
                                                 "\n  - c: {wait: {hours: 1}}\n");
        Running run(driving({"run", slow, "--from", "one", "--at", "c", "--run-id", "two"}));
        for (bool begun = false; !begun;) {
            const auto ended = kept({"runs", "show", "two", "--json"});
            begun = ended.out.find("/do/2/c") != ended.out.npos;
        }
        run.endBy(SIGKILL);
        Running more(driving({"resume", "two"}));
        more.readUntil("gone on with");
        more.signal(SIGINT);
        CPPUNIT_ASSERT_EQUAL(130, more.wait());
        same("The run was left while it waited.\n  Go on with: tenon resume two --state " +
                 state() + " --key " + key_ + "\n",
             more.rest());
        same("a\nb\nc\n", log());
    }
    // That is the other run's to undo; what this one makes is its own.
    void undoesNothingOfTheOtherRun() {
        const auto undone = [&](const std::string& word) {
            auto task = says(word);
            task.pop_back();
            return task + ", metadata: {undo: [{u: " + says("un" + word) + "}]}}";
        };
        const auto tasks = "  - a: " + undone("a") + "\n  - b: " + undone("b") +
                           "\n  - c: " + says("c", "; test -f " + folder_.path("ok")) + "\n";
        folder_.write("ok", "");
        CPPUNIT_ASSERT_EQUAL(0, begin(tasks).code);
        std::filesystem::remove(folder_.path("ok"));
        const auto ended = from("b");
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 1, ended.code);
        same("a\nb\nc\nb\nc\nunb\n", log());
    }
    void refusesWhatWasUndone() {
        auto task = says("a");
        task.pop_back();
        CPPUNIT_ASSERT_EQUAL(1, begin("  - a: " + task + ", metadata: {undo: [{u: " + says("una") +
                                      "}]}}\n  - b: " + says("b", "; false") + "\n")
                                    .code);
        const auto refused = from("b");
        CPPUNIT_ASSERT_EQUAL(78, refused.code);
        same("tenon: What /do/0/a made was undone. Name that task, or one before it.\n",
             refused.err);
        CPPUNIT_ASSERT_EQUAL(1, from("a").code);
        same("a\nb\nuna\na\nb\nuna\n", log());
    }
    void refusesWhatNobodyKnows() {
        const auto fifo = folder_.path("fifo");
        ::mkfifo(fifo.c_str(), 0600);
        const auto manifest =
            write("m.yaml", "do:\n  - a: {run: {shell: {command: 'cat \"$1\"', arguments: ['" +
                                fifo + "']}}}\n  - b: {set: {n: 1}}\n");
        Running run(driving({"run", manifest, "--run-id", "one", "--allow-shell"}));
        std::ofstream writer(fifo);  // waits for the reader
        const auto driven = from("b");
        CPPUNIT_ASSERT_EQUAL(78, driven.code);
        same("tenon: The run one is driven by another process (" + std::to_string(run.process()) +
                 "). Wait for its end, or cancel it.\n",
             driven.err);
        run.endBy(SIGKILL);
        const auto refused = from("b");
        CPPUNIT_ASSERT_EQUAL(78, refused.code);
        same(
            "tenon: /do/0/a (run shell) was begun, and nobody knows whether it was done. Name that "
            "task, or one before it.\n",
            refused.err);
    }
    void goesOnFromARunThatWentOnFromAnother() {
        CPPUNIT_ASSERT_EQUAL(1, begin(three()).code);
        CPPUNIT_ASSERT_EQUAL(1, from("c").code);
        folder_.write("ok", "");
        const auto ended = kept({"run", "--from", "two", "--at", "c", "--run-id", "three"});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(ended.err, 0, ended.code);
        same("a\nb\nc\nc\nc\n", log());
    }
    // A request that tells whose it is was answered all the same.
    void takesOverWhatTellsItsId() {
        const auto tasks = "  - a: " + says("${ $workflow.id }") +
                           "\n  - b: " + says("${ \"of \" + $workflow.id }") +
                           "\n  - c: " + says("c", "; test -f " + folder_.path("ok")) + "\n";
        CPPUNIT_ASSERT_EQUAL(1, begin(tasks).code);
        // What it takes over was asked by one, what it asks itself by two.
        const auto second = from("b");
        CPPUNIT_ASSERT_EQUAL_MESSAGE(second.err, 1, second.code);
        folder_.write("ok", "");
        const auto third = kept({"run", "--from", "two", "--at", "c", "--run-id", "three"});
        CPPUNIT_ASSERT_EQUAL_MESSAGE(third.err, 0, third.code);
        same("one\nof one\nc\nof two\nc\nc\n", log());
        // And no other question passes for one.
        const auto other =
            write("other.yaml", "do:\n  - a: " + says("two") + "\n  - b: " + says("b") + "\n");
        CPPUNIT_ASSERT_EQUAL(74, kept({"run", other, "--from", "one", "--at", "b", "--run-id",
                                       "four", "--act-again"})
                                     .code);
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(FromRunTest);
