// SPDX-License-Identifier: Apache-2.0
#include <cppunit/extensions/HelperMacros.h>

#include "tenon/value.h"

using tenon::Object;
using tenon::Value;

class ObjectTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(ObjectTest);
    CPPUNIT_TEST(findsWhatWasSetHoweverManyThereAre);
    CPPUNIT_TEST(replacesInPlace);
    CPPUNIT_TEST(copiesAreIndependent);
    CPPUNIT_TEST_SUITE_END();

    static std::string name(int i) { return "member-" + std::to_string(i); }
    static Object with(int count) {
        Object object;
        for (int i = 0; i < count; ++i) object.set(name(i), i);
        return object;
    }

    void findsWhatWasSetHoweverManyThereAre() {
        for (const int count : {0, 1, 15, 16, 17, 31, 32, 33, 64, 65, 5000}) {
            const Object object = with(count);
            CPPUNIT_ASSERT_EQUAL(static_cast<std::size_t>(count), object.size());
            int i = 0;
            for (const auto& member : object) {
                CPPUNIT_ASSERT_EQUAL(name(i), member.name);
                CPPUNIT_ASSERT(object.find(name(i)) == &member.value);
                CPPUNIT_ASSERT(member.value == Value(i++));
            }
            CPPUNIT_ASSERT(!object.find(name(count)));
            CPPUNIT_ASSERT(!object.find(""));
        }
    }
    void replacesInPlace() {
        for (const int count : {3, 300}) {
            Object object = with(count);
            for (int i = 0; i < count; ++i) object.set(name(i), -i);
            CPPUNIT_ASSERT_EQUAL(static_cast<std::size_t>(count), object.size());
            CPPUNIT_ASSERT(*object.find(name(2)) == Value(-2));
            CPPUNIT_ASSERT_EQUAL(name(2), (object.begin() + 2)->name);
        }
    }
    void copiesAreIndependent() {
        Object first = with(40);
        Object second = first;
        second.set("more", true);
        const Object third = std::move(first);
        CPPUNIT_ASSERT(!third.find("more"));
        CPPUNIT_ASSERT(second.find("more"));
        CPPUNIT_ASSERT(*third.find(name(39)) == Value(39));
        first = Object();
        first.set(name(1), 1);
        CPPUNIT_ASSERT_EQUAL(std::size_t{1}, first.size());
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(ObjectTest);
