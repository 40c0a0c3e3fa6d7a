// SPDX-License-Identifier: Apache-2.0
// Loops with many rounds, in few lines.
#include "cli/long_loops.h"

#include <cppunit/extensions/HelperMacros.h>

#include "cli/progress.h"

using tenon::Value;
using tenon::cli::LongLoops;
using tenon::world::Event;
using tenon::world::Loop;
using tenon::world::Round;
using Kind = Event::Kind;

class LongLoopsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(LongLoopsTest);
    CPPUNIT_TEST(takesTheOutermostLongLoop);
    CPPUNIT_TEST(saysHowFarItIsAtEachTenthThatTakesItsTime);
    CPPUNIT_TEST(saysNothingOfQuickLoops);
    CPPUNIT_TEST(namesTheRoundsThatFaulted);
    CPPUNIT_TEST(forgetsTheFaultThatAnotherAttemptMadeGood);
    CPPUNIT_TEST(saysWhatAnotherLifeDidNotSay);
    CPPUNIT_TEST(tellsLoopsAtOnceApart);
    CPPUNIT_TEST(shortensAndMasksTheItem);
    CPPUNIT_TEST_SUITE_END();

    tenon::world::Redactor redactor_;
    std::ostringstream out_;
    tenon::cli::Progress progress_{out_, redactor_};
    std::chrono::seconds passed_{};

    static std::shared_ptr<const Loop> loop(std::size_t rounds, const std::string& name = "each",
                                            Round in = {}) {
        tenon::Array items;
        for (std::size_t i = 0; i < rounds; ++i) items.emplace_back("i" + std::to_string(i));
        return std::make_shared<const Loop>(
            Loop{"/do/0/" + name, name, 0, Value(std::move(items)), std::move(in)});
    }
    Event event(Kind kind, const std::string& position, const std::string& task) {
        Event out;
        out.kind = kind;
        out.time = std::chrono::system_clock::time_point(passed_);
        out.position = position;
        out.task = task;
        out.action = "set";
        out.depth = 1;
        return out;
    }
    void tell(Kind kind, const Round& round, const std::string& task = "add", bool again = false) {
        auto it =
            event(kind, round.loop->position + "/do#" + std::to_string(round.number) + "/0/" + task,
                  task.substr(task.rfind('/') + 1));
        it.round = round;
        it.again = again;
        progress_.on(it);
    }
    void end(const std::shared_ptr<const Loop>& loop, Kind kind = Kind::taskCompleted) {
        auto it = event(kind, loop->position, loop->task);
        it.action = "for";
        it.depth = 0;
        progress_.on(it);
    }
    void same(const std::string& expected) {
        CPPUNIT_ASSERT_EQUAL(expected, out_.str());
        out_.str("");
    }

    void takesTheOutermostLongLoop() {
        Event inner;
        inner.round = {loop(20), 3};
        CPPUNIT_ASSERT(!LongLoops::around(inner).loop);
        inner.round = {loop(21), 3};
        CPPUNIT_ASSERT_EQUAL(std::string("  each: 3 of 21"),
                             LongLoops::standing(LongLoops::around(inner)));
        inner.round = {loop(3, "cells", {loop(30, "rows", {loop(2, "tables"), 1}), 7}), 1};
        CPPUNIT_ASSERT_EQUAL(std::string("  rows: 7 of 30"),
                             LongLoops::standing(LongLoops::around(inner)));
        inner.round = {loop(300, "cells", inner.round), 1};
        CPPUNIT_ASSERT_EQUAL(std::string("  rows: 7 of 30"),
                             LongLoops::standing(LongLoops::around(inner)));
    }
    void saysHowFarItIsAtEachTenthThatTakesItsTime() {
        const auto all = loop(40);
        for (std::size_t i = 1; i <= 40; ++i) {
            tell(Kind::taskCompleted, {all, i});
            passed_ += std::chrono::seconds(i < 21 ? 1 : 2);
        }
        end(all);
        same(
            "  each: 8 of 40 rounds done\n"
            "  each: 16 of 40 rounds done\n"
            "  each: 24 of 40 rounds done\n"
            "  each: 28 of 40 rounds done\n"
            "  each: 32 of 40 rounds done\n"
            "  each: 36 of 40 rounds done\n"
            "  each: for, 40 rounds, 0 ms\n");
    }
    void saysNothingOfQuickLoops() {
        const auto all = loop(1000);
        for (std::size_t i = 1; i <= 37; ++i) tell(Kind::taskCompleted, {all, i});
        end(all);
        same("  each: for, 37 of 1000 rounds, 0 ms\n");
    }
    void namesTheRoundsThatFaulted() {
        const auto all = loop(30);
        tell(Kind::taskFaulted, {all, 2}, "try/0/add");
        tell(Kind::taskFaulted, {all, 2}, "try");
        tell(Kind::taskCompleted, {all, 3});
        same("    round 2, \"i1\": add: set FAULTED, 0 ms\n");
        tell(Kind::taskFaulted, {all, 4});
        end(all, Kind::taskFaulted);
        same(
            "    round 4, \"i3\": add: set FAULTED, 0 ms\n"
            "  each: for FAULTED, 4 of 30 rounds, 2 with a fault, 0 ms\n");
    }
    void forgetsTheFaultThatAnotherAttemptMadeGood() {
        const auto all = loop(30);
        tell(Kind::taskFaulted, {all, 1}, "t/try/0/add");
        tell(Kind::taskFaulted, {all, 1}, "other");
        tell(Kind::taskRetried, {all, 1}, "t");
        tell(Kind::taskCompleted, {all, 1}, "t");
        end(all);
        same(
            "    round 1, \"i0\": other: set FAULTED, 0 ms\n"
            "  each: for, 1 of 30 rounds, 1 with a fault, 0 ms\n");
    }
    void saysWhatAnotherLifeDidNotSay() {
        const auto all = loop(30);
        for (std::size_t i = 1; i <= 20; ++i) {
            tell(Kind::taskFaulted, {all, i}, "add", true);
            passed_ += std::chrono::seconds(6);
        }
        tell(Kind::taskFaulted, {all, 21});
        end(all);
        same(
            "    round 21, \"i20\": add: set FAULTED, 0 ms\n"
            "  each: for, 21 of 30 rounds, 21 with a fault, 0 ms\n");
    }
    void tellsLoopsAtOnceApart() {
        const auto a = loop(30, "a");
        const auto b = loop(40, "b");
        tell(Kind::taskFaulted, {a, 1});
        tell(Kind::taskFaulted, {b, 5});
        tell(Kind::taskCompleted, {a, 2});
        end(b);
        end(a);
        same(
            "    round 1, \"i0\": add: set FAULTED, 0 ms\n"
            "    round 5, \"i4\": add: set FAULTED, 0 ms\n"
            "  b: for, 5 of 40 rounds, 1 with a fault, 0 ms\n"
            "  a: for, 2 of 30 rounds, 1 with a fault, 0 ms\n");
    }
    void shortensAndMasksTheItem() {
        redactor_.learn(Value(tenon::Secret("open sesame")));
        tenon::Array items(30);
        items[0] = tenon::Object{{"password", tenon::Secret("x")}, {"said", "open sesame"}};
        items[1] = std::string(100, 'a');
        const auto all = std::make_shared<const Loop>(Loop{"/do/0/each", "each", 0, items});
        tell(Kind::log, {all, 1});
        tell(Kind::log, {all, 2});
        same(
            "    round 1, {\"password\":\"********\",\"said\":\"********\"}: add: \n"
            "    round 2, \"" +
            std::string(59, 'a') + "…: add: \n");
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(LongLoopsTest);
