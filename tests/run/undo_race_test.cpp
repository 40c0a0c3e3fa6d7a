// SPDX-License-Identifier: Apache-2.0
// What the losers of a race made is taken back before the run goes on.
#include <condition_variable>

#include "undo_fixture.h"

using fakes::Disk;
using fakes::MortalJournal;

class UndoRaceTest : public UndoFixture {
    CPPUNIT_TEST_SUITE(UndoRaceTest);
    CPPUNIT_TEST(undoesWhatTheLoserMade);
    CPPUNIT_TEST(knowsWhy);
    CPPUNIT_TEST(leavesWhatTheWinnerMade);
    CPPUNIT_TEST(namesWhatIsStillThere);
    CPPUNIT_TEST(undoesNothingTwiceWhereTheRunFaultsLater);
    CPPUNIT_TEST(undoesAllWhereNoneCompletes);
    CPPUNIT_TEST(survivesEveryDeath);
    CPPUNIT_TEST_SUITE_END();

    // "x" ends when there is an "a"; "forever" when it is stopped.
    void race(FakeWorld& world) {
        equip(world);
        world.steps.does = [this](const Value& inputs, Context& context) -> Result<Value> {
            const auto* waits = inputs.find("waits");
            if (!waits) return does(inputs, context);
            std::condition_variable_any changed;
            std::mutex mutex;
            std::unique_lock lock(mutex);
            const auto stop = context.limits().stop;
            const auto thereIs = [&] {
                const std::scoped_lock guard(mutex_);
                return *waits->string() == "a" && made_.count("a") > 0;
            };
            while (!thereIs() && !stop.stop_requested())
                changed.wait_for(lock, stop, std::chrono::milliseconds(1), [] { return false; });
            if (!thereIs()) return refused("Stopped.");
            return Value("there is");
        };
    }
    // The first branch makes an "a", and rests; the second one wins when there is one.
    static std::string raced(const std::string& undo, const std::string& second) {
        return "  - f:\n      fork:\n        compete: true\n        branches:\n          - one: "
               "{do: "
               "[{a: " +
               make("a", undo) +
               "}, {rests: {call: Unmake, with: {waits: forever}}}]}\n          - two: {do: "
               "[{waits: {call: Unmake, with: {waits: a}}}, {then: " +
               second + "}]}\n";
    }
    static std::string gone() { return "{u: {call: Unmake, with: {unmake: '${ .id }'}}}"; }
    static std::string set() { return "{set: {n: 1}}"; }

    void undoesWhatTheLoserMade() {
        FakeWorld world;
        race(world);
        same(R"({"n":2})", world.outcome(raced(gone(), set()) + "  - b: {set: {n: 2}}\n"));
        same("make a\nunmake a\n", log_);
        CPPUNIT_ASSERT(world.acts.every().empty());
        const auto& told = world.observer.text;
        const auto undone = told.find("taskCompleted /do/0/f/fork/branches/0/one/do/0/a/@undo/0/u");
        CPPUNIT_ASSERT_MESSAGE(told, undone != told.npos);
        CPPUNIT_ASSERT_MESSAGE(told, undone < told.find("taskCompleted /do/0/f "));
    }
    void knowsWhy() {
        FakeWorld world;
        race(world);
        world.outcome(raced(
            "{u: {call: Unmake, with: {unmake: '${ \"\\(.id): \\($error.detail)\" }'}}}", set()));
        same("make a\nunmake a: Another branch of the fork completed first.\n", log_);
    }
    void leavesWhatTheWinnerMade() {
        FakeWorld world;
        race(world);
        same(R"({"id":"b"})", world.outcome(raced(gone(), make("b", gone()))));
        same("make a\nmake b\nunmake a\n", log_);
    }
    void namesWhatIsStillThere() {
        FakeWorld world;
        race(world);
        same(R"({"n":1})",
             world.outcome(raced("{u: {call: Unmake, with: {fails: Not today.}}}", set())));
        const auto& told = world.observer.text;
        CPPUNIT_ASSERT_MESSAGE(
            told, told.find("Not undone, and still there: /do/0/f/fork/branches/0/one/do/0/a (call "
                            "Make). Not today.") != told.npos);
        const auto acts = world.acts.every();
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, acts.size());
        same("/do/0/f/fork/branches/0/one/do/0/a", acts.front().position);
        CPPUNIT_ASSERT(acts.front().stranded);
    }
    void undoesNothingTwiceWhereTheRunFaultsLater() {
        FakeWorld world;
        race(world);
        same("/do/1/fail: No more. Undone: /do/0/f/fork/branches/1/two/do/1/then (call Make).",
             world.outcome(raced(gone(), make("b", gone())) + failing()));
        same("make a\nmake b\nunmake a\nunmake b\n", log_);
    }
    void undoesAllWhereNoneCompletes() {
        FakeWorld world;
        race(world);
        const auto end = world.outcome(
            "  - f:\n      fork:\n        compete: true\n        branches:\n          - one: {do: "
            "[{a: " +
            make("a", gone()) + "}, {fail: {call: Unmake, with: {fails: No more.}}}]}\n");
        same(
            "/do/0/f/fork/branches/0/one/do/1/fail: No more. Undone: "
            "/do/0/f/fork/branches/0/one/do/0/a (call Make).",
            end);
        same("make a\nunmake a\n", log_);
    }
    // Whenever it dies, only the winner's is there in the end, and nothing was made twice.
    void survivesEveryDeath() {
        const auto live = [this](MortalJournal& journal) {
            FakeWorld world;
            race(world);
            return world.live(journal,
                              fakes::workflow(world.steps, raced(gone(), make("b", gone()))));
        };
        for (int life = 2;; ++life) {
            there_.clear();
            made_.clear();
            log_.clear();
            Disk disk;
            MortalJournal first(disk, life / 2, life % 2 == 1);
            auto end = live(first);
            const auto died = first.died();
            if (!died.empty()) {
                MortalJournal second(disk, 0);
                end = live(second);
                CPPUNIT_ASSERT_MESSAGE(died, !second.replaying(""));
            }
            const auto where = died + ": " + end + "\n" + log_;
            const bool one = end == R"({"id":"b"})";
            CPPUNIT_ASSERT_MESSAGE(where, one || end.find("unknown") != end.npos);
            if (one) CPPUNIT_ASSERT_MESSAGE(where, there_ == std::set<std::string>{"b"});
            for (const auto& name : made_) CPPUNIT_ASSERT_MESSAGE(where, made_.count(name) == 1);
            if (died.empty()) {
                CPPUNIT_ASSERT(life > 20);
                return;
            }
        }
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(UndoRaceTest);
