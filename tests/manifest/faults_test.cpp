// SPDX-License-Identifier: Apache-2.0
// How faults are told.
#include <cppunit/extensions/HelperMacros.h>

#include "manifest/node.h"

using tenon::manifest::Faults;

class FaultsTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(FaultsTest);
    CPPUNIT_TEST(standInTheOrderOfTheFile);
    CPPUNIT_TEST(areTwentyAtMost);
    CPPUNIT_TEST(areNoTextWhereThereIsNone);
    CPPUNIT_TEST_SUITE_END();

    static void same(const std::string& expected, const std::string& found) {
        CPPUNIT_ASSERT_EQUAL(expected, found);
    }

    void standInTheOrderOfTheFile() {
        Faults faults;
        faults.add({2, 9}, "/b", "third");
        faults.add({2, 4}, "/b/c", "second");
        faults.add({10, 1}, "", "last");
        faults.add({2, 9}, "/b/d", "fourth");
        faults.add({1, 20}, "/a", "first");
        same(
            "m.yaml:1:20: /a: first\nm.yaml:2:4: /b/c: second\nm.yaml:2:9: /b: third\n"
            "m.yaml:2:9: /b/d: fourth\nm.yaml:10:1: last\n",
            faults.text("m.yaml"));
    }
    void areTwentyAtMost() {
        Faults faults;
        for (int i = 25; i > 0; --i) faults.add({i, 1}, "", "x");
        CPPUNIT_ASSERT_EQUAL(std::size_t(20), faults.all().size());
        same("f:6:1: x\n", faults.text("f").substr(0, 9));
    }
    void areNoTextWhereThereIsNone() {
        CPPUNIT_ASSERT(Faults().empty());
        same("", Faults().text("f"));
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(FaultsTest);
