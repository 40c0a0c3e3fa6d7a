// SPDX-License-Identifier: Apache-2.0
// What stays in memory of a secret that is gone.
#include <cppunit/extensions/HelperMacros.h>

#include <array>
#include <cstring>
#include <new>

#include "tenon/secret.h"

using tenon::Secret;

class SecretTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(SecretTest);
    CPPUNIT_TEST(leavesNothingOfAShortOne);
    CPPUNIT_TEST(leavesNothingWhereItWasMovedFrom);
    CPPUNIT_TEST_SUITE_END();

    // Short texts stand in the object itself.
    struct Place {
        alignas(Secret) std::array<unsigned char, sizeof(Secret)> bytes{};
        [[nodiscard]] bool holds(std::string_view text) const {
            return memmem(bytes.data(), bytes.size(), text.data(), text.size()) != nullptr;
        }
    };

    void leavesNothingOfAShortOne() {
        Place place;
        auto* secret = new (place.bytes.data()) Secret("s3cretWord");
        CPPUNIT_ASSERT(place.holds("3cretWord"));
        secret->~Secret();
        CPPUNIT_ASSERT(!place.holds("3cretW"));
    }
    void leavesNothingWhereItWasMovedFrom() {
        Place place;
        auto* secret = new (place.bytes.data()) Secret("s3cretWord");
        const Secret other(std::move(*secret));
        CPPUNIT_ASSERT(!place.holds("3cretW"));
        *secret = Secret("another1");
        Secret third;
        third = std::move(*secret);
        CPPUNIT_ASSERT(!place.holds("nother1"));
        CPPUNIT_ASSERT_EQUAL(std::string("s3cretWord"), other.reveal());
        CPPUNIT_ASSERT_EQUAL(std::string("another1"), third.reveal());
        secret->~Secret();
    }
};
CPPUNIT_TEST_SUITE_REGISTRATION(SecretTest);
