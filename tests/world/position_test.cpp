// SPDX-License-Identifier: Apache-2.0
// What is read out of a position is what was put into it, whatever tasks are called.
#include "world/position.h"

#include <cppunit/extensions/HelperMacros.h>

using tenon::world::Position;

class PositionTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(PositionTest);
    CPPUNIT_TEST(tellsNamesFromTheEnginesWords);
    CPPUNIT_TEST(knowsTheUndoing);
    CPPUNIT_TEST(knowsTheBranch);
    CPPUNIT_TEST(knowsWhatIsOnTheWay);
    CPPUNIT_TEST(leavesRoundsOut);
    CPPUNIT_TEST_SUITE_END();

    static void same(std::string_view expected, std::string_view found) {
        CPPUNIT_ASSERT_EQUAL(std::string(expected), std::string(found));
    }
    static std::string undoing(std::string_view position) {
        return std::string(tenon::world::undoingOf(position).value_or("none"));
    }

    void tellsNamesFromTheEnginesWords() {
        const Position list{"/do", "/do"};
        for (const char* name : {"@undo", "@part", "@began", "@"}) {
            const auto task = list.item(0, name);
            same("/do/0/%40" + std::string(name).substr(1), task.text);
            same("none", undoing(task.text));
            CPPUNIT_ASSERT(!tenon::world::wholeOf(task.text));
            same(task.text, tenon::world::taskOf(task.text + "/@began"));
            same(task.text, tenon::world::taskOf(task.text));
        }
    }
    void knowsTheUndoing() {
        same("none", undoing("/do/0/a"));
        same("/do/0/a/@undo", undoing("/do/0/a/@undo"));
        same("/do/0/a/@undo", undoing("/do/0/a/@undo/0/b/do/0/c"));
        same("/do/0/a/@undo/0/w/run/do/0/x/@undo",
             undoing("/do/0/a/@undo/0/w/run/do/0/x/@undo/0/y"));
        same("/do/0/a/@undo/0/b", tenon::world::taskOf("/do/0/a/@undo/0/b/@began"));
    }
    void knowsTheBranch() {
        using tenon::world::branchOf;
        same("", branchOf("/do/0/a"));
        same("/do/0/f/fork/branches/1/b", branchOf("/do/0/f/fork/branches/1/b/do/0/c"));
        same("/do/0/f/fork/branches/1/b/do/0/c/@undo",
             branchOf("/do/0/f/fork/branches/1/b/do/0/c/@undo/0/d"));
        same("/do/0/a/@undo/0/f/fork/branches/0/b",
             branchOf("/do/0/a/@undo/0/f/fork/branches/0/b/do/3/c"));
    }
    void knowsWhatIsOnTheWay() {
        using tenon::world::isOnTheWay;
        CPPUNIT_ASSERT(isOnTheWay("/do/0/a/@part#2", "/do/0/a"));
        CPPUNIT_ASSERT(isOnTheWay("/do/0/a", ""));
        CPPUNIT_ASSERT(!isOnTheWay("/do/0/a/@undo/0/b", "/do/0/a"));
        CPPUNIT_ASSERT(!isOnTheWay("/do/0/a/@undo/0/b", ""));
        CPPUNIT_ASSERT(isOnTheWay("/do/0/a/@undo/0/b", "/do/0/a/@undo"));
        CPPUNIT_ASSERT(!isOnTheWay("/do/0/ab", "/do/0/a"));
    }
    void leavesRoundsOut() {
        using tenon::world::withoutRounds;
        same("/do/0/each/do/1/b", withoutRounds("/do/0/each/do#37/1/b#2"));
        same("/do/0/a#b", withoutRounds("/do/0/a#b"));
        same("", withoutRounds(""));
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(PositionTest);
