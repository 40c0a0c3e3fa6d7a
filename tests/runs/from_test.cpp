// SPDX-License-Identifier: Apache-2.0
// Where a record of a run stands, seen from the task at which a new one begins.
#include "runs/from.h"

#include <cppunit/extensions/HelperMacros.h>

class FromTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(FromTest);
    CPPUNIT_TEST(ofAList);
    CPPUNIT_TEST(ofALoop);
    CPPUNIT_TEST(ofAnAttempt);
    CPPUNIT_TEST(ofAFork);
    CPPUNIT_TEST(ofTheEngine);
    CPPUNIT_TEST_SUITE_END();

    static void stands(const std::string& expected, const std::string& position,
                       const std::string& task) {
        const char* names[] = {"before", "inside", "beside", "around"};
        CPPUNIT_ASSERT_EQUAL_MESSAGE(
            position + " from " + task, expected,
            std::string(names[static_cast<int>(tenon::runs::standsTo(position, task))]));
    }

    void ofAList() {
        stands("before", "/do/0/a", "/do/1/b");
        stands("before", "/do/0/a/do/7/x/@part#2", "/do/1/b");
        stands("inside", "/do/1/b", "/do/1/b");
        stands("inside", "/do/1/b/do/0/x", "/do/1/b");
        stands("inside", "/do/2/c", "/do/1/b");
        stands("inside", "/do/10/c", "/do/9/b");
        stands("before", "/do/9/c", "/do/10/b");
        stands("before", "/do/1/b", "/do/1/b#2");  // a jump came back to it
        stands("inside", "/do/1/b#3", "/do/1/b#2");
    }
    void ofALoop() {
        const std::string task = "/do/0/each/do#3/1/b";
        stands("before", "/do/0/each/do#3/0/a", task);
        stands("before", "/do/0/each/do#2/4/z", task);
        stands("before", "/do/0/each/do/4/z", task);
        stands("inside", "/do/0/each/do#3/2/c", task);
        stands("inside", "/do/0/each/do#12/0/a", task);
    }
    void ofAnAttempt() {
        const std::string task = "/do/0/t/try#2/1/b";
        stands("before", "/do/0/t/try/1/b", task);
        stands("before", "/do/0/t/try/@retry", task);
        stands("inside", "/do/0/t/try#3/0/a", task);
        stands("inside", "/do/0/t/catch/do/0/c", task);
        stands("around", "/do/0/t/try#2/@deadline", task);
        stands("before", "/do/0/t/try/1/b", "/do/0/t/catch/do/0/c");
    }
    void ofAFork() {
        const std::string task = "/do/0/f/fork/branches/1/b/do/1/y";
        stands("beside", "/do/0/f/fork/branches/0/a", task);
        stands("beside", "/do/0/f/fork/branches/2/c/do/5/z", task);
        stands("before", "/do/0/f/fork/branches/1/b/do/0/x", task);
        stands("around", "/do/0/f/@decided", task);
    }
    void ofTheEngine() {
        stands("around", "/@deadline", "/do/1/b");
        stands("around", "/do/1/b/@began", "/do/1/b/do/0/x");
        stands("before", "/do/0/a/@began", "/do/1/b");
    }
};

CPPUNIT_TEST_SUITE_REGISTRATION(FromTest);
