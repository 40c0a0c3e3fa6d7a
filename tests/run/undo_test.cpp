// SPDX-License-Identifier: Apache-2.0
// What the tasks of a run made is taken back when it faults later.
#include "undo_fixture.h"

class UndoTest : public UndoFixture {
    CPPUNIT_TEST_SUITE(UndoTest);
    CPPUNIT_TEST(undoesFromTheLastToTheFirst);
    CPPUNIT_TEST(saysWhatTheErrorSays);
    CPPUNIT_TEST(undoesNothingOfARunThatCompletes);
    CPPUNIT_TEST(undoesNothingThatACatchDealtWith);
    CPPUNIT_TEST(undoesWhatACancelledRunMade);
    CPPUNIT_TEST(undoesAfterTheTimeIsUp);
    CPPUNIT_TEST(knowsWhatWasMadeAndWhy);
    CPPUNIT_TEST(seesTheContextAsItWas);
    CPPUNIT_TEST(undoesWhatWasMadeThoughTheTaskFaulted);
    CPPUNIT_TEST(goesOnBehindAnUndoingThatFails);
    CPPUNIT_TEST(leavesWhatItsConditionsLeave);
    CPPUNIT_TEST(aListStandsForWhatIsInIt);
    CPPUNIT_TEST(undoesEachRound);
    CPPUNIT_TEST(countsBeyondAFew);
    CPPUNIT_TEST(undoesALaterAttemptOnce);
    CPPUNIT_TEST(refusesAnUndoingOfAnUndoing);
    CPPUNIT_TEST_SUITE_END();

    void undoesFromTheLastToTheFirst() {
        FakeWorld world;
        same("/do/2/fail: No more. Undone: /do/1/b (call Make), /do/0/a (call Make).",
             outcome(made("a") + made("b") + failing(), &world));
        same("make a\nmake b\nunmake b\nunmake a\n", log_);
        CPPUNIT_ASSERT(world.acts.every().empty());
        const auto at = world.observer.text.find("log /do/1/b/@undo call Make outside: undo");
        CPPUNIT_ASSERT_MESSAGE(world.observer.text, at != std::string::npos);
        CPPUNIT_ASSERT_MESSAGE(world.observer.text,
                               world.observer.text.find("taskCompleted /do/1/b/@undo/0/unmake",
                                                        at) != std::string::npos);
    }
    // An error that a manifest raises may have no detail.
    void saysWhatTheErrorSays() {
        const std::string raised = "  - fail: {raise: {error: {type: 'https://t/x', status: 500";
        same("/do/1/fail: In vain. Undone: /do/0/a (call Make).",
             outcome(made("a") + raised + ", title: In vain}}}\n"));
        same("/do/1/fail: Undone: /do/0/a (call Make).", outcome(made("a") + raised + "}}}\n"));
    }
    void undoesNothingOfARunThatCompletes() {
        same(R"({"id":"b"})", outcome(made("a") + made("b")));
        same("make a\nmake b\n", log_);
    }
    void undoesNothingThatACatchDealtWith() {
        same(R"({"dealt":true})", outcome("  - t:\n      try:\n        - a: " +
                                          make("a", "{u: {call: Unmake, with: {unmake: a}}}") +
                                          "\n        - f: {call: Unmake, with: {fails: No.}}\n"
                                          "      catch: {do: [{d: {set: {dealt: true}}}]}\n"));
        same("make a\n", log_);
    }
    void undoesWhatACancelledRunMade() {
        FakeWorld world;
        std::stop_source stop;
        world.options.limits.stop = stop.get_token();
        equip(world);
        world.steps.does = [&](const Value& inputs, Context& context) {
            stop.request_stop();
            return does(inputs, context);
        };
        same(
            "/do/1/b: The run was stopped before the task \"b\" began; it was not started. Undone: "
            "/do/0/a (call Make).",
            world.outcome(made("a") + made("b")));
        same("make a\nunmake a\n", log_);
    }
    void undoesAfterTheTimeIsUp() {
        FakeWorld world;
        equip(world);
        same("/do/1/rest: The time was up before the wait was over. Undone: /do/0/a (call Make).",
             world.outcome(made("a") + "  - rest: {wait: {hours: 1}}\n",
                           "timeout: {after: {seconds: 5}}\n"));
        same("make a\nunmake a\n", log_);
    }
    void knowsWhatWasMadeAndWhy() {
        outcome("  - a: " +
                make("a",
                     "{first: {set: '${ \"x\" }'}}, {u: {call: Unmake, with: {unmake: '${ "
                     "\"\\($made.id) \\($error.detail) \\(.)\" }'}}}") +
                "\n" + failing());
        same("make a\nunmake a No more. x\n", log_);
    }
    void seesTheContextAsItWas() {
        outcome(
            "  - first: {set: {n: 1}, export: {as: '${ {n: 1} }'}}\n"
            "  - a: " +
            make("a", "{u: {call: Unmake, with: {unmake: '${ $context.n | tostring }'}}}") +
            "\n  - then: {set: {}, export: {as: '${ {n: 2} }'}}\n" + failing());
        same("make a\nunmake 1\n", log_);
    }
    // As where what was made proves wrong: nobody was given it, and it is there.
    void undoesWhatWasMadeThoughTheTaskFaulted() {
        same("/do/0/a: It is wrong. Undone: /do/0/a (call Make).",
             outcome("  - a: {call: Make, with: {make: a, then: It is wrong.}, metadata: {undo: "
                     "[{u: {call: Unmake, with: {unmake: '${ .id }'}}}]}}\n"));
        same("make a\nunmake a\n", log_);
        log_.clear();
        same(
            "/do/0/a: In output/as: wrong. This came after the call, which has been done. Undone: "
            "/do/0/a (call Make).",
            outcome("  - a: {call: Make, with: {make: a}, output: {as: '${ error(\"wrong\") }'}, "
                    "metadata: {undo: [{u: {call: Unmake, with: {unmake: '${ .id }'}}}]}}\n"));
        same("make a\nunmake a\n", log_);
    }
    void goesOnBehindAnUndoingThatFails() {
        FakeWorld world;
        equip(world);
        const auto result = world.run(
            made("a") + "  - b: " + make("b", "{u: {call: Unmake, with: {fails: It is in use.}}}") +
            "\n" + failing());
        same(
            "No more. Undone: /do/0/a (call Make). Not undone, and still there: /do/1/b (call "
            "Make). It is in use.",
            result.error().detail);
        CPPUNIT_ASSERT(result.error().done == Done::maybe);  // needs a person
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, world.acts.every().size());
        same("/do/1/b", world.acts.every().front().position);
        same("make a\nmake b\nunmake a\n", log_);
    }
    void leavesWhatItsConditionsLeave() {
        FakeWorld world;
        same("/do/1/fail: No more.",
             outcome(
                 "  - a: " +
                     make("a",
                          "{u: {if: '${ .id == \"other\" }', call: Unmake, with: {unmake: a}}}") +
                     "\n" + failing(),
                 &world));
        same("make a\n", log_);
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, world.acts.every().size());
    }
    void aListStandsForWhatIsInIt() {
        const std::string list =
            "  - both:\n      do:\n        - a: " +
            make("a", "{u: {call: Unmake, with: {unmake: a}}}") +
            "\n%      metadata: {undo: [{u: {call: Unmake, with: {unmake: both}}}]}\n";
        auto whole = list, cut = list;
        whole.replace(whole.find('%'), 1, "");
        cut.replace(cut.find('%'), 1, "        - f: {call: Unmake, with: {fails: No.}}\n");
        same("/do/1/fail: No more. Undone: /do/0/both (do).", outcome(whole + failing()));
        same("make a\nunmake both\n", log_);
        log_.clear();
        same("/do/0/both/do/1/f: No. Undone: /do/0/both/do/0/a (call Make).", outcome(cut));
        same("make a\nunmake a\n", log_);
    }
    static std::string rounds(int count) {
        return "  - all:\n      for: {each: n, in: '${ [range(" + std::to_string(count) +
               ") | tostring] }'}\n      do:\n        - a: {call: Make, with: {make: '${ $n }'}, "
               "metadata: {undo: [{u: {call: Unmake, with: {unmake: '${ $n }'}}}]}}\n" +
               failing();
    }
    void undoesEachRound() {
        same(
            "/do/1/fail: No more. Undone: /do/0/all/do#2/0/a (call Make), /do/0/all/do/0/a (call "
            "Make).",
            outcome(rounds(2)));
        same("make 0\nmake 1\nunmake 1\nunmake 0\n", log_);
    }
    void countsBeyondAFew() {
        const auto end = outcome(rounds(50));
        CPPUNIT_ASSERT_MESSAGE(end, end.ends_with("/do/0/all/do#46/0/a (call Make) and 45 more."));
        CPPUNIT_ASSERT(there_.empty());
    }
    void undoesALaterAttemptOnce() {
        const std::string tasks =
            "  - t:\n      try:\n        - a: " +
            make("a", "{u: {call: Unmake, with: {unmake: a}}}") +
            "\n        - f: {call: Unmake, with: {fails: No.}}\n"
            "      catch: {retry: {delay: {seconds: 1}, limit: {attempt: {count: 2}}}}\n";
        same("/do/0/t/try/1/f: No. Undone: /do/0/t/try#3/0/a (call Make).", outcome(tasks));
        same("make a\nunmake a\n", log_);
        CPPUNIT_ASSERT(there_.empty());
    }
    void refusesAnUndoingOfAnUndoing() {
        FakeWorld world;
        equip(world);
        try {
            world.outcome("  - a: " + make("a", "{b: " + make("b", "{c: {set: 1}}") + "}") + "\n");
            CPPUNIT_FAIL("was not refused");
        } catch (const tenon::StepError& e) {
            CPPUNIT_ASSERT_MESSAGE(
                e.error().detail,
                e.error().detail.find("what undoes a task is not undone itself; leave \"undo\" out "
                                      "here") != std::string::npos);
        }
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(UndoTest);
